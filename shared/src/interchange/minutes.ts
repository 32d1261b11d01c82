import type {
  Annotation,
  AnnotationId,
  Decision,
  Group,
  GroupId,
  Guide,
  Moment,
  Person,
  PersonId,
  Session,
  Target,
  Task,
  Vote,
  Workflow,
} from '@assay/shared/model';
import {
  lastDecision,
  type RecordedEvent,
  type ReviewState,
  standingDecision,
  standingDecisions,
} from '@assay/shared/review';

/** Joins the pieces of a span. */
const PIECES = ' … ';

/** One figure of agreement, as the minutes state it. */
export interface MinutesFigure {
  readonly name: string;
  /** Null where it is not defined, which `words` explains. */
  readonly before: number | null;
  readonly after: number | null;
  readonly words?: string;
}

export interface MinutesSource {
  readonly state: ReviewState;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** The guides by which the article was marked one after the other, where they are known. */
  readonly guides?: readonly {
    readonly name: string;
    readonly version: number;
    readonly at: Moment;
    readonly by: PersonId;
  }[];
  readonly agreement?: readonly MinutesFigure[];
}

/** What one or more people marked alike: the same words. */
export interface Variant {
  readonly words: string;
  readonly by: readonly string[];
}

export interface MinutesVote {
  readonly by: string;
  readonly says: string;
}

/** A group of marks, as the minutes tell of it. */
export interface MinutesItem {
  readonly id: GroupId;
  readonly label: string;
  readonly state: Group['state'];
  readonly variants: readonly Variant[];
  /** Who was to mark and did not mark this. */
  readonly missing: readonly string[];
  readonly votes: readonly MinutesVote[];
  readonly decision: MinutesDecision | null;
  /** Decisions that were made before and did not stand. */
  readonly overturned: readonly MinutesDecision[];
  readonly findings: readonly { readonly name: string; readonly value: string }[];
  readonly evidence: readonly {
    readonly title: string;
    readonly url: string;
    readonly stance: string;
    readonly seen: string | null;
  }[];
  readonly parked: { readonly owner: string; readonly due: string | null } | null;
}

export interface MinutesDecision {
  readonly outcome: string;
  readonly words: readonly { readonly label: string; readonly words: string }[];
  readonly by: string;
  readonly at: Moment;
  readonly dissent: readonly string[];
  readonly againstMajority: boolean;
  readonly withoutTalk: boolean;
  readonly rationale: string | null;
  readonly clause: string | null;
  readonly reopened: { readonly by: string; readonly at: Moment; readonly reason: string | null } | null;
}

export interface MinutesSession {
  readonly started: Moment;
  readonly ended: Moment | null;
  readonly startedBy: string;
  readonly attendance: readonly {
    readonly name: string;
    readonly joined: Moment;
    readonly left: Moment | null;
  }[];
  /** How many groups were settled in it. */
  readonly settled: number;
}

export interface MinutesTask {
  readonly text: string;
  readonly assignee: string | null;
  readonly due: string | null;
  readonly state: Task['state'];
  readonly about: string;
}

/** The minutes of a review: who was there, what was settled and how, what is left. A value; writers turn it into text. */
export interface Minutes {
  readonly title: string;
  readonly workflow: Workflow;
  readonly signedOffBy: string | null;
  readonly revealedBy: string | null;
  readonly reviewers: readonly string[];
  readonly guide: { readonly name: string; readonly version: number } | null;
  readonly guides: readonly {
    readonly name: string;
    readonly version: number;
    readonly at: Moment;
    readonly by: string;
  }[];
  readonly sessions: readonly MinutesSession[];
  readonly agreement: readonly MinutesFigure[];
  /** In the order in which they were settled. */
  readonly settled: readonly MinutesItem[];
  /** Put off, in text order. */
  readonly parked: readonly MinutesItem[];
  /** Neither settled nor put off, in text order. */
  readonly open: readonly MinutesItem[];
  readonly tasks: readonly MinutesTask[];
}

/** The guides that an article's events bind it to, one after the other. */
export function boundGuides(events: readonly RecordedEvent[]): NonNullable<MinutesSource['guides']> {
  return events.flatMap((event) => {
    const guide = event.type === 'article.created' || event.type === 'guide.bound' ? event.guide : undefined;
    return guide ? [{ name: guide.name, version: guide.version, at: event.at, by: event.actor }] : [];
  });
}

/** Gathers the minutes of a review. Equal for equal input. Throws a RangeError when the review has no article. */
export function gatherMinutes(source: MinutesSource): Minutes {
  const { state, people } = source;
  if (!state.article) throw new RangeError('There is no article to write the minutes of.');
  const writer = new ItemWriter(source);
  const groups = [...state.groups.values()].sort(byPlace);
  const standing = standingDecisions(state.decisions);
  const settled = groups.filter(({ id }) => standing.has(id));
  const rest = groups.filter((group) => !settled.includes(group));
  const isParked = ({ id }: Group) => state.items.get(id)?.parked !== undefined;
  const name = (id: PersonId) => nameOf(people, id);
  const { workflow, guide } = state;
  return {
    title: state.article.title,
    workflow,
    signedOffBy: workflow.signedOff && name(workflow.signedOff.by),
    revealedBy: workflow.revealed && name(workflow.revealed.by),
    reviewers: workflow.reviewers.map(name),
    guide: guide && { name: guide.name, version: guide.version },
    guides: (source.guides ?? []).map((bound) => ({ ...bound, by: name(bound.by) })),
    sessions: [...state.sessions.values()].map((session) => sessionOf(session, state, name)),
    agreement: source.agreement ?? [],
    settled: settled
      .sort((a, b) => byDecision(standing.get(a.id)!, standing.get(b.id)!) || byPlace(a, b))
      .map((group) => writer.item(group)),
    parked: rest.filter(isParked).map((group) => writer.item(group)),
    open: rest.filter((group) => !isParked(group)).map((group) => writer.item(group)),
    tasks: [...state.tasks.values()].map((task) => ({
      text: task.text,
      assignee: task.assignee && name(task.assignee),
      due: task.due,
      state: task.state,
      about: writer.wordsOfGroup(task.group),
    })),
  };
}

function sessionOf(
  session: Session,
  { decisions }: ReviewState,
  name: (id: PersonId) => string,
): MinutesSession {
  return {
    started: session.created,
    ended: session.ended ?? null,
    startedBy: name(session.creator),
    attendance: session.attendance.map(({ person, joined, left }) => ({
      name: name(person),
      joined,
      left: left ?? null,
    })),
    settled: [...decisions.values()].filter((decision) => decision.session === session.id).length,
  };
}

class ItemWriter {
  readonly #state: ReviewState;
  readonly #people: MinutesSource['people'];

  constructor({ state, people }: MinutesSource) {
    this.#state = state;
    this.#people = people;
  }

  item(group: Group): MinutesItem {
    const { items, findings, evidence, decisions } = this.#state;
    const standing = standingDecision(this.#state, group.id);
    const parked = items.get(group.id)?.parked;
    const all = [...decisions.values()].filter(({ groups }) => groups.includes(group.id));
    return {
      id: group.id,
      label: this.#label(group.label),
      state: group.state,
      variants: this.#variants(standing ? standing.marks : group.marks),
      missing: group.missing.map((id) => this.#name(id)),
      votes: this.#votes(group, standing),
      decision: standing && this.#decision(standing),
      overturned: all.filter((one) => one !== standing).map((one) => this.#decision(one)),
      findings: this.#findings(group, findings.get(group.id)?.attributes ?? {}),
      evidence: [...evidence.values()].filter((one) => one.group === group.id),
      parked: parked ? { owner: this.#name(parked.owner), due: parked.due } : null,
    };
  }

  wordsOfGroup(id: GroupId): string {
    const group = this.#state.groups.get(id);
    const marks = group?.marks ?? lastDecision(this.#state.decisions, id)?.marks ?? [];
    return this.#variants(marks)[0]?.words ?? '';
  }

  #name(id: PersonId): string {
    return nameOf(this.#people, id);
  }

  #label(id: string): string {
    return labelName(this.#state.guide, id);
  }

  /** The same words of several people are one variant; the one of most people comes first. */
  #variants(marks: readonly AnnotationId[]): readonly Variant[] {
    const variants = new Map<string, string[]>();
    for (const id of marks) {
      const mark: Annotation | undefined = this.#state.annotations.get(id);
      if (!mark) continue;
      const words = wordsOf(mark.target);
      variants.set(words, [...(variants.get(words) ?? []), this.#name(mark.creator)]);
    }
    return [...variants].map(([words, by]) => ({ words, by })).sort((a, b) => b.by.length - a.by.length);
  }

  #votes(group: Group, standing: Decision | null): readonly MinutesVote[] {
    const ballot = this.#state.ballots.get(group.id);
    const votes = standing?.votes ?? (ballot?.revealed ? ballot.votes : []);
    return votes.map((vote) => ({ by: this.#name(vote.by), says: this.#says(vote) }));
  }

  #says({ choice }: Vote): string {
    if (choice.kind !== 'variant') return choice.kind;
    const mark = this.#state.annotations.get(choice.mark);
    return mark ? `for “${wordsOf(mark.target)}”` : 'for a mark that is gone';
  }

  #decision(decision: Decision): MinutesDecision {
    const { reopened } = decision;
    return {
      outcome: this.#outcome(decision),
      words: decision.spans.map(({ label, target }) => ({
        label: this.#label(label),
        words: wordsOf(target),
      })),
      by: this.#name(decision.creator),
      at: decision.created,
      dissent: decision.dissent.map((id) => this.#name(id)),
      againstMajority: decision.againstMajority,
      withoutTalk: decision.batch === true,
      rationale: decision.rationale ?? null,
      clause: decision.clause ?? null,
      reopened: reopened
        ? { by: this.#name(reopened.by), at: reopened.at, reason: reopened.reason ?? null }
        : null,
    };
  }

  #outcome({ outcome, accepted, spans }: Decision): string {
    switch (outcome) {
      case 'accepted': {
        const mark = accepted && this.#state.annotations.get(accepted);
        return mark ? `accepted as ${this.#name(mark.creator)} marked it` : 'accepted';
      }
      case 'adjusted':
        return 'adjusted';
      case 'relabelled':
        return `relabelled as ${this.#label(spans[0]?.label ?? '')}`;
      case 'merged':
        return 'merged';
      case 'split':
        return `split into ${spans.length}`;
      case 'rejected':
        return 'rejected: nobody is right';
      case 'contested':
        return 'left contested';
    }
  }

  #findings({ label }: Group, attributes: Readonly<Record<string, unknown>>): MinutesItem['findings'] {
    const known = this.#state.guide?.labels.find(({ id }) => id === label)?.attributes ?? [];
    return Object.entries(attributes).map(([id, value]) => {
      const attribute = known.find((one) => one.id === id);
      const choice = attribute?.choices?.find((one) => one.id === value);
      return { name: attribute?.name ?? id, value: choice?.name ?? String(value) };
    });
  }
}

function wordsOf({ ranges }: Target): string {
  return ranges.map(({ quote }) => quote.exact.replace(/\s+/g, ' ').trim()).join(PIECES);
}

function nameOf(people: MinutesSource['people'], id: PersonId): string {
  return people.get(id)?.name ?? 'Somebody';
}

function labelName(guide: Guide | null, id: string): string {
  return guide?.labels.find((label) => label.id === id)?.name ?? id;
}

function byPlace(a: Group, b: Group): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1);
}

function byDecision(a: Decision, b: Decision): number {
  return a.created < b.created ? -1 : a.created > b.created ? 1 : 0;
}
