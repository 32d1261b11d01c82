import { wellFormed } from '@assay/shared/article';
import type { Person } from '@assay/shared/model';
import type { ArticleExport } from './export-article.ts';

/** A node of JSON-LD. */
export type JsonLd = Readonly<Record<string, unknown>>;

/**
 * The context of our own members beside the standard one: `assay:` for what the model has no word for, `attribute:`
 * for the attributes of marks, each under its own name.
 */
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  { assay: 'urn:assay:term#', attribute: 'urn:assay:attribute:' },
] as const;

export const LANGUAGE_NEUTRAL_TEXT = 'text/plain';

/** The IRI of a thing of Assay. Ids need no escape by their form; what has another form is escaped. */
export function iri(
  kind: 'article' | 'annotation' | 'comment' | 'person' | 'label' | 'export',
  id: string,
): string {
  return `urn:assay:${kind}:${encodeURIComponent(wellFormed(id))}`;
}

/** Writes somebody as an agent, a person or software; one whom the export does not know keeps the IRI. */
export function agents({ people }: ArticleExport): (id: string) => JsonLd {
  const known = new Map<string, Person>(people.map((person) => [person.id, person]));
  return (id) => {
    const { name, program } = known.get(id) ?? {};
    const type = program ? 'Software' : 'Person';
    return { id: iri('person', id), type, ...(name !== undefined && { name }) };
  };
}
