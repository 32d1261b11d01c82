import {
  type Annotation,
  type ArticleRecord,
  type Comment,
  type Guide,
  isAttributeValue,
  isLabelId,
  isTarget,
  type Person,
  SOURCE_FORMATS,
  type Thread,
  type ThreadSubject,
} from '@assay/shared/model';
import { absentOr, isBy, isFields, isList, isMade, isMoment, isName, isText } from './entry-parts.ts';

/*
 * Guards for the entries of the review document. They are hand-written because they run over every entry whenever a
 * page opens, and because zod's compiled checks need `eval`, which the page's security policy forbids.
 */

export function isArticleRecord(value: unknown): value is ArticleRecord {
  if (!isFields(value) || !isFields(value.original)) return false;
  const { original } = value;
  return (
    isName(value.id) &&
    isMade(value) &&
    isText(value.title) &&
    typeof value.locked === 'boolean' &&
    SOURCE_FORMATS.some((format) => format === original.format) &&
    isText(original.sha256) &&
    Number.isFinite(original.bytes) &&
    absentOr(isText, original.fileName)
  );
}

/** Looks at what the page draws with; the server has read the rest by `guideChangeSchema`. */
export function isGuide(value: unknown): value is Guide {
  return (
    isFields(value) &&
    isName(value.id) &&
    Number.isInteger(value.version) &&
    isText(value.name) &&
    Array.isArray(value.labels) &&
    value.labels.every(isGuideLabel) &&
    isFields(value.tree) &&
    Array.isArray(value.precedents)
  );
}

function isGuideLabel(value: unknown): boolean {
  return (
    isFields(value) &&
    isLabelId(value.id) &&
    [value.name, value.key, value.letter, value.hue, value.line, value.question].every(isText) &&
    isText(value.definition) &&
    Array.isArray(value.examples) &&
    Array.isArray(value.attributes) &&
    value.attributes.every(
      (attribute) =>
        isFields(attribute) && isName(attribute.id) && isText(attribute.name) && isText(attribute.kind),
    )
  );
}

export function isAnnotation(value: unknown): value is Annotation {
  return (
    isFields(value) &&
    isName(value.id) &&
    isMade(value) &&
    isMoment(value.modified) &&
    isLabelId(value.label) &&
    isTarget(value.target) &&
    isFields(value.attributes) &&
    Object.values(value.attributes).every(isAttributeValue) &&
    (value.status === 'active' || value.status === 'withdrawn')
  );
}

function isSubject(value: unknown): value is ThreadSubject {
  if (!isFields(value)) return false;
  if (value.on === 'annotation') return isName(value.annotation);
  if (value.on === 'group') return isName(value.group);
  return value.on === 'article' || (value.on === 'passage' && isTarget(value.target));
}

export function isThread(value: unknown): value is Thread {
  return (
    isFields(value) &&
    isName(value.id) &&
    isMade(value) &&
    isSubject(value.subject) &&
    (value.status === 'open' || value.status === 'resolved') &&
    absentOr(isBy, value.settled)
  );
}

export function isComment(value: unknown): value is Comment {
  return (
    isFields(value) &&
    isName(value.id) &&
    isMade(value) &&
    isName(value.thread) &&
    isText(value.body) &&
    absentOr((mentions) => isList(mentions, isName), value.mentions) &&
    absentOr(isMoment, value.edited) &&
    absentOr(isBy, value.deleted) &&
    isFields(value.reactions) &&
    Object.values(value.reactions).every((people) => Array.isArray(people) && people.every(isName))
  );
}

export function isPerson(value: unknown): value is Person {
  return (
    isFields(value) &&
    isName(value.id) &&
    isText(value.name) &&
    isText(value.colour) &&
    /^#[0-9a-f]{6}$/i.test(value.colour) &&
    absentOr((program) => program === true, value.program)
  );
}
