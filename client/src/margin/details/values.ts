import {
  type Annotation,
  type Attribute,
  type AttributeValue,
  type Choice,
  checkAttributes,
  type GuideLabel,
  inUse,
  isTarget,
  type Label,
} from '@assay/shared/model';

/** What a label of a guide asks of a mark itself; what is settled later is said elsewhere. */
export function offeredAttributes(label: Label | GuideLabel): readonly Attribute[] {
  return 'attributes' in label ? inUse(label.attributes).filter(({ about }) => about === 'mark') : [];
}

/** The attribute of a name, retired ones too; null where the guide does not know it. */
export function attributeIn(label: Label | GuideLabel, id: string): Attribute | null {
  return ('attributes' in label && label.attributes.find((one) => one.id === id)) || null;
}

/** A value as somebody has written it; null takes it away. `message` says what is wrong and what to do. */
export type ReadValue =
  | { readonly ok: true; readonly value: string | number | null }
  | { readonly ok: false; readonly message: string };

/** Reads one value of an attribute that is written in words or digits. */
export function readValue(attribute: Attribute, written: string): ReadValue {
  const plain = tidy(attribute, written.trim());
  if (plain === '') return { ok: true, value: null };
  const value = attribute.kind === 'number' ? Number(plain.replaceAll(/\s/g, '')) : plain;
  const message = problemOf({ ...attribute, many: false }, value);
  return message === null ? { ok: true, value } : { ok: false, message };
}

/** What is left out by habit: the zeros of a date, the scheme of an address. */
function tidy({ kind }: Attribute, written: string): string {
  if (kind === 'date')
    return written.replace(/^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/, (_, ...parts: string[]) =>
      parts
        .slice(0, 3)
        .filter((part) => part !== undefined)
        .map((part) => part.padStart(2, '0'))
        .join('-'),
    );
  if (kind === 'link' && /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(written)) return `https://${written}`;
  return written;
}

/** What is wrong with a value, or null. */
export function problemOf(attribute: Attribute, value: AttributeValue): string | null {
  const label = { name: '', attributes: [attribute] } as unknown as GuideLabel; // all that is looked at
  const check = checkAttributes(label, { [attribute.id]: value });
  return check.ok ? null : check.problems[0]!.message;
}

/** The words of a list of several values; none where there is no value. */
export function listOf(value: AttributeValue | undefined): readonly string[] {
  if (value === undefined || isTarget(value)) return [];
  return Array.isArray(value) ? value : [String(value)];
}

/** A value in words: choices by their names, a place by the words that it had. */
export function wordsOfValue(attribute: Attribute | null, value: AttributeValue): string {
  if (isTarget(value)) return value.ranges.map(({ quote }) => `“${quote.exact}”`).join(' … ');
  const named = (one: string) => attribute?.choices?.find(({ id }) => id === one)?.name ?? one;
  return listOf(value).map(named).join(', ');
}

/** What an attribute is called that the guide does not know: `claimType` is “claim type”. */
export function nameOfUnknown(id: string): string {
  return id.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The key that chooses each choice: the first letter of its name that no earlier one has, else any that is free. */
export function choiceKeys(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    choices.map(({ id, name }) => {
      const wished = [...name.toLowerCase(), ...'123456789abcdefghijklmnopqrstuvwxyz'];
      const key = wished.find((one) => /[a-z0-9]/.test(one) && !taken.has(one)) ?? '';
      taken.add(key);
      return [id, key];
    }),
  );
}

/** The people whom marks of an article name already, in the order of the alphabet. */
export function namedPeople(
  annotations: Iterable<Annotation>,
  labels: readonly (Label | GuideLabel)[],
): readonly string[] {
  const isPerson = new Map<string, boolean>();
  for (const label of labels)
    for (const { id, kind } of 'attributes' in label ? label.attributes : [])
      isPerson.set(`${label.id} ${id}`, kind === 'person');
  const names = new Set<string>();
  for (const { label, attributes, status } of annotations)
    if (status === 'active')
      for (const [id, value] of Object.entries(attributes))
        if (isPerson.get(`${label} ${id}`)) for (const name of listOf(value)) names.add(name);
  return [...names].sort((a, b) => a.localeCompare(b));
}
