import { type Guide, type GuideLabel, inUse } from '@assay/shared/model';

/** A place of a guide where words were found. */
export type GuideHit =
  | { readonly kind: 'definition'; readonly label: GuideLabel }
  | { readonly kind: 'example'; readonly label: GuideLabel; readonly example: GuideLabel['examples'][number] }
  | {
      readonly kind: 'attribute';
      readonly label: GuideLabel;
      readonly attribute: GuideLabel['attributes'][number];
    }
  | { readonly kind: 'question'; readonly question: Guide['tree']['questions'][number] }
  | {
      readonly kind: 'precedent';
      readonly precedent: Guide['precedents'][number];
      readonly label: GuideLabel;
    };

/** Everything in a guide that has all the words of a query, in the guide's order; nothing for a query without words. */
export function searchGuide(guide: Guide, query: string): readonly GuideHit[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const has = (...texts: readonly (string | undefined)[]) => {
    const text = plain(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
  const labels = inUse(guide.labels);
  return [
    ...labels.flatMap((label) => inLabel(label, has)),
    ...guide.tree.questions
      .filter(({ question, hint, answers }) =>
        has(question, hint, ...answers.map(({ answer, leads }) => `${answer} ${adviceOf(leads)}`)),
      )
      .map((question): GuideHit => ({ kind: 'question', question })),
    ...guide.precedents.flatMap((precedent): GuideHit[] => {
      const label = guide.labels.find(({ id }) => id === precedent.label);
      return label && has(label.name, precedent.words, precedent.rationale)
        ? [{ kind: 'precedent', precedent, label }]
        : [];
    }),
  ];
}

function inLabel(label: GuideLabel, has: (...texts: readonly (string | undefined)[]) => boolean): GuideHit[] {
  const { name, question, definition, examples, attributes } = label;
  return [
    ...(has(name, question, definition) ? [{ kind: 'definition', label } as const] : []),
    ...examples
      .filter(({ text, why }) => has(text, why))
      .map((example) => ({ kind: 'example', label, example }) as const),
    ...inUse(attributes)
      .filter((one) => has(one.name, one.question, ...(one.choices ?? []).flatMap((c) => [c.name, c.hint])))
      .map((attribute) => ({ kind: 'attribute', label, attribute }) as const),
  ];
}

function adviceOf(leads: Guide['tree']['questions'][number]['answers'][number]['leads']): string {
  return typeof leads === 'string' ? '' : leads.advice;
}

/** Without case and accents, so that whoever types quickly finds it. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
