import { type Attribute, type Choice, canonicalJson, type Guide, type GuideLabel } from '@assay/shared/model';

/** What is different between two versions of a guide, a sentence each, in the order of the guide. */
export function differences(before: Guide, after: Guide): readonly string[] {
  return [
    ...(before.name === after.name ? [] : [`The guide is called “${after.name}” now.`]),
    ...listed('label', before.labels, after.labels),
    ...paired(before.labels, after.labels).flatMap(([was, is]) => labelDifferences(was, is)),
    ...(same(before.tree, after.tree) ? [] : ['The questions that lead to a label are worded anew.']),
    ...precedentDifferences(before, after),
  ];
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly retired?: true;
}

/** What was added, retired, brought back or moved in a list. */
function listed(
  what: string,
  before: readonly Listed[],
  after: readonly Listed[],
  where = '',
): readonly string[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const told = after.flatMap((item) => {
    const was = known.get(item.id);
    if (!was) return [`New ${what} “${item.name}”${where}${item.retired ? ', already retired' : ''}.`];
    if (was.retired && !item.retired) return [`The ${what} “${item.name}”${where} is back in use.`];
    if (!was.retired && item.retired)
      return [`The ${what} “${item.name}”${where} is retired: it is no longer offered.`];
    return [];
  });
  const order = (items: readonly Listed[], others: ReadonlySet<string>) =>
    items.filter(({ id }) => others.has(id)).map(({ id }) => id);
  const ids = (items: readonly Listed[]) => new Set(items.map(({ id }) => id));
  const moved = !same(order(before, ids(after)), order(after, ids(before)));
  return moved ? [...told, `The ${what}s${where} stand in another order.`] : told;
}

function paired<Item extends Listed>(
  before: readonly Item[],
  after: readonly Item[],
): readonly (readonly [Item, Item])[] {
  return after.flatMap((is) => {
    const was = before.find(({ id }) => id === is.id);
    return was ? [[was, is] as const] : [];
  });
}

function labelDifferences(was: GuideLabel, is: GuideLabel): readonly string[] {
  const name = `“${is.name}”`;
  const where = ` of ${name}`;
  return [
    ...(was.name === is.name ? [] : [`“${was.name}” is called ${name} now.`]),
    ...(was.key === is.key ? [] : [`${name} is marked with the key ${is.key} instead of ${was.key}.`]),
    ...(was.letter === is.letter && was.hue === is.hue && was.line === is.line
      ? []
      : [`${name} is drawn in another way: ${is.letter}, ${is.hue}, ${is.line}.`]),
    ...(was.question === is.question ? [] : [`The question of ${name} is worded anew.`]),
    ...(was.definition === is.definition ? [] : [`The definition of ${name} is worded anew.`]),
    ...(same(was.examples, is.examples) ? [] : [`The examples of ${name} are others.`]),
    ...listed('attribute', was.attributes, is.attributes, where),
    ...paired(was.attributes, is.attributes).flatMap(([one, other]) =>
      attributeDifferences(one, other, where),
    ),
  ];
}

function attributeDifferences(was: Attribute, is: Attribute, where: string): readonly string[] {
  const name = `“${is.name}”${where}`;
  const choices = (attribute: Attribute): readonly Choice[] => attribute.choices ?? [];
  const others = paired(choices(was), choices(is)).filter(
    ([one, other]) => one.name !== other.name || one.hint !== other.hint,
  );
  return [
    ...(was.name === is.name ? [] : [`“${was.name}”${where} is called “${is.name}” now.`]),
    ...(was.question === is.question ? [] : [`The question of ${name} is worded anew.`]),
    ...(was.about === is.about
      ? []
      : [`${name} is said of ${is.about === 'mark' ? 'each mark' : 'what is settled'} now.`]),
    ...listed('choice', choices(was), choices(is), ` under ${name}`),
    ...others.map(([, { name: choice }]) => `The choice “${choice}” under ${name} is worded anew.`),
  ];
}

function precedentDifferences(before: Guide, after: Guide): readonly string[] {
  const [more, fewer] = [
    after.precedents.filter((one) => !before.precedents.some((other) => same(one, other))).length,
    before.precedents.filter((one) => !after.precedents.some((other) => same(one, other))).length,
  ];
  return [
    ...(more > 0
      ? [`${more === 1 ? 'One decision is' : `${more} decisions are`} referred to as precedents.`]
      : []),
    ...(fewer > 0
      ? [`${fewer === 1 ? 'One decision is' : `${fewer} decisions are`} no longer a precedent.`]
      : []),
  ];
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
