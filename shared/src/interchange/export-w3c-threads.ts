import type { Comment, PersonId, Thread } from '@assay/shared/model';
import type { ArticleExport, ExportedThread } from './export-article.ts';
import { standingMembers, type TargetWriter } from './export-w3c-targets.ts';
import { agents, iri, type JsonLd, LANGUAGE_NEUTRAL_TEXT } from './export-w3c-terms.ts';

/**
 * The comments of a thread as annotations. On a mark they all reply to the mark; elsewhere the first one comments on
 * the passage or the article, and the others reply to it.
 */
export function threadWriter(
  input: ArticleExport,
  writeTarget: TargetWriter,
): (thread: ExportedThread) => readonly JsonLd[] {
  const agent = agents(input);
  return ({ thread, standing, comments }) => {
    const first = comments[0];
    if (!first) return [];
    const { subject } = thread;
    const parent =
      subject.on === 'annotation' ? iri('annotation', subject.annotation) : iri('comment', first.id);
    const opening = (): JsonLd => {
      if (subject.on === 'article' || subject.on === 'group')
        return { target: iri('article', input.article.id) };
      if (subject.on === 'annotation' || !standing) return { target: parent };
      return { ...standingMembers(subject.target, standing), target: writeTarget(subject.target, standing) };
    };
    return comments.map((comment, i) => {
      const replies = i > 0 || subject.on === 'annotation';
      return {
        id: iri('comment', comment.id),
        type: 'Annotation',
        motivation: replies ? 'replying' : 'commenting',
        ...commentMembers(comment, agent),
        ...(i === 0 && threadMembers(thread, agent)),
        ...(i === 0 ? opening() : { target: parent }),
      };
    });
  };
}

type AgentWriter = (id: PersonId) => JsonLd;

/** A tombstone keeps its place in the discussion and has no body. */
function commentMembers(comment: Comment, agent: AgentWriter): JsonLd {
  const { creator, created, edited, deleted, body, reactions } = comment;
  return {
    creator: agent(creator),
    created,
    ...(edited && { modified: edited }),
    ...(deleted
      ? { 'assay:deletedBy': agent(deleted.by), 'assay:deleted': deleted.at }
      : { body: { type: 'TextualBody', value: body, format: LANGUAGE_NEUTRAL_TEXT } }),
    ...(Object.keys(reactions).length > 0 && { 'assay:reaction': reactionNodes(reactions, agent) }),
  };
}

function reactionNodes(reactions: Comment['reactions'], agent: AgentWriter): JsonLd[] {
  return Object.keys(reactions)
    .sort()
    .map((emoji) => ({ 'assay:emoji': emoji, 'assay:by': reactions[emoji]!.map(agent) }));
}

/** The model has no word for a settled discussion: its first comment says so. */
function threadMembers({ status, settled }: Thread, agent: AgentWriter): JsonLd {
  return {
    'assay:threadStatus': status,
    ...(settled && { 'assay:settledBy': agent(settled.by), 'assay:settled': settled.at }),
  };
}
