import { type Annotation, canonicalJson, isTarget, type Label, sha256Hex } from '@assay/shared/model';
import type { ArticleExport, ExportedAnnotation, ExportedThread, Exporter } from './export-article.ts';
import { count, counted } from './export-losses.ts';
import { standingMembers, type TargetWriter, targetWriter } from './export-w3c-targets.ts';
import { agents, CONTEXT, iri, type JsonLd, LANGUAGE_NEUTRAL_TEXT } from './export-w3c-terms.ts';
import { threadWriter } from './export-w3c-threads.ts';

/**
 * Web Annotation JSON-LD (https://www.w3.org/TR/annotation-model/): one AnnotationCollection with all annotations in
 * its first page. A mark is `classifying`, with its label as a tag and as an IRI; comments are `commenting` or
 * `replying` annotations. What the model has no word for stands in members of our own namespaces.
 */
export const w3cExporter: Exporter = {
  format: 'w3c',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: '.jsonld',
  export: (input) => `${JSON.stringify(JSON.parse(canonicalJson(collection(input))), null, 2)}\n`,
  losses,
};

function collection(input: ArticleExport): JsonLd {
  const items = annotationNodes(input);
  const id = iri('export', input.article.id);
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: input.article.title,
    creator: agents(input)(input.article.creator),
    created: input.article.created,
    modified: input.changed,
    total: items.length,
    'assay:article': iri('article', input.article.id),
    'assay:textSha256': sha256Hex(input.text),
    first: { id: `${id}:page:1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
  };
}

function annotationNodes(input: ArticleExport): JsonLd[] {
  const writeTarget = targetWriter(input);
  const writeMark = markWriter(input, writeTarget);
  return [
    ...input.annotations.filter(isActive).map(writeMark),
    ...input.threads.filter(isShown(input)).flatMap(threadWriter(input, writeTarget)),
  ];
}

function isActive({ annotation }: ExportedAnnotation): boolean {
  return annotation.status === 'active';
}

/** The threads of withdrawn marks have nothing to hang on. */
function isShown(input: ArticleExport): (thread: ExportedThread) => boolean {
  const active = new Set<string>(input.annotations.filter(isActive).map(({ annotation }) => annotation.id));
  return ({ thread: { subject } }) => subject.on !== 'annotation' || active.has(subject.annotation);
}

function markWriter(input: ArticleExport, writeTarget: TargetWriter): (mark: ExportedAnnotation) => JsonLd {
  const agent = agents(input);
  const labels = new Map(input.labels.map((label) => [label.id, label]));
  return ({ annotation, standing }) => ({
    id: iri('annotation', annotation.id),
    type: 'Annotation',
    motivation: 'classifying',
    creator: agent(annotation.creator),
    created: annotation.created,
    ...(annotation.modified !== annotation.created && { modified: annotation.modified }),
    body: labelBodies(annotation, labels.get(annotation.label)),
    ...Object.fromEntries(
      Object.entries(annotation.attributes).map(([name, value]) => [
        `attribute:${name}`,
        isTarget(value) ? value.ranges.map(({ quote }) => quote.exact) : value,
      ]),
    ),
    ...standingMembers(annotation.target, standing),
    target: writeTarget(annotation.target, standing),
  });
}

/** The label as a word, which every reader of the format shows, and as an IRI, which does not change with its name. */
function labelBodies({ label: id }: Annotation, label: Label | undefined): JsonLd[] {
  return [
    { type: 'TextualBody', purpose: 'tagging', value: label?.name ?? id, format: LANGUAGE_NEUTRAL_TEXT },
    { type: 'SpecificResource', purpose: 'classifying', source: iri('label', id) },
  ];
}

function losses(input: ArticleExport): readonly string[] {
  const withdrawn = input.annotations.length - count(input.annotations, isActive);
  const hidden = input.threads.length - count(input.threads, isShown(input));
  return [
    'The article’s text, headings, emphasis, links and pictures are not in this file: it points into the text.',
    ...counted(withdrawn, 'withdrawn mark is', 'withdrawn marks are', 'left out.'),
    ...counted(
      hidden,
      'discussion of a withdrawn mark is',
      'discussions of withdrawn marks are',
      'left out.',
    ),
    ...(input.events ? ['The record of every change is left out.'] : []),
  ];
}
