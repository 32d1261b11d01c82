import { momentText } from './export-html-moment.ts';
import type { Minutes, MinutesDecision, MinutesItem } from './minutes.ts';
import { agreementRows, GROUP_WORDS, summaryLines, taskWords } from './minutes-words.ts';

/** Characters that Markdown would read as something else, wherever they stand in a line. */
const SPECIAL = /[\\`*_{}[\]<>#|~]/g;

/** The minutes as a Markdown file. Equal for equal minutes. */
export function minutesMarkdown(minutes: Minutes): string {
  const sections = [
    `# Minutes: ${text(minutes.title)}`,
    list(summaryLines(minutes)),
    section(
      'Sessions',
      minutes.sessions.map((session) => {
        const times = session.ended
          ? `${momentText(session.started)} to ${momentText(session.ended)}`
          : `since ${momentText(session.started)}`;
        const people = session.attendance.map(
          ({ name, joined, left }) => `${text(name)} (${clock(joined)}–${left ? clock(left) : ''})`,
        );
        return `- ${times}, started by ${text(session.startedBy)}; ${session.settled} settled. Present: ${people.join(', ')}`;
      }),
    ),
    section('Agreement', agreementTable(minutes)),
    section(
      'Settled',
      minutes.settled.map((item, i) => itemText(item, i + 1)),
    ),
    section(
      'Parked',
      minutes.parked.map((item, i) => itemText(item, i + 1)),
    ),
    section(
      'Still open',
      minutes.open.map((item, i) => itemText(item, i + 1)),
    ),
    section(
      'Tasks',
      minutes.tasks.map((task) => `- [${task.state === 'done' ? 'x' : ' '}] ${text(taskWords(task))}`),
    ),
    section(
      'Label guide',
      minutes.guides.map(
        ({ name, version, at, by }) =>
          `- ${momentText(at)}: ${text(name)}, version ${version}, by ${text(by)}`,
      ),
    ),
  ];
  return `${sections.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${text(line)}`).join('\n');
}

function agreementTable({ agreement }: Minutes): string[] {
  if (agreement.length === 0) return [];
  const rows = agreementRows(agreement).map((row) => `| ${row.map(text).join(' | ')} |`);
  return ['| Figure | Before | After |', '| --- | ---: | ---: |', ...rows];
}

function itemText(item: MinutesItem, number: number): string {
  const lines = [
    ...item.variants.map(({ words, by }) => `“${text(words)}” (${by.map(text).join(', ')})`),
    ...(item.missing.length > 0 ? [`not marked by ${item.missing.map(text).join(', ')}`] : []),
    ...(item.votes.length > 0
      ? [`votes: ${item.votes.map(({ by, says }) => `${text(by)}: ${text(says)}`).join('; ')}`]
      : []),
    ...(item.decision ? [decisionText(item.decision)] : []),
    ...item.overturned.map((decision) => `before that: ${decisionText(decision)}`),
    ...item.findings.map(({ name, value }) => `${text(name)}: ${text(value)}`),
    ...item.evidence.map(
      ({ title, url, stance }) =>
        `evidence (${stance}): ${text(title || url)} <${url.replace(/[<>\s]/g, encodeURIComponent)}>`,
    ),
    ...(item.parked
      ? [`parked with ${text(item.parked.owner)}${item.parked.due ? ` until ${item.parked.due}` : ''}`]
      : []),
  ];
  return `${number}. **${text(item.label)}**, ${GROUP_WORDS[item.state]}\n${lines.map((line) => `   - ${line}`).join('\n')}`;
}

function decisionText(decision: MinutesDecision): string {
  const spans = decision.words.map(({ label, words }) => `${text(label)} “${text(words)}”`).join('; ');
  const parts = [
    `**${text(decision.outcome)}**${spans ? `: ${spans}` : ''}`,
    `by ${text(decision.by)}, ${momentText(decision.at)}${decision.withoutTalk ? ', without discussion' : ''}`,
    ...(decision.againstMajority ? ['against the majority of the votes'] : []),
    ...(decision.dissent.length > 0 ? [`dissent: ${decision.dissent.map(text).join(', ')}`] : []),
    ...(decision.rationale ? [`because: ${text(decision.rationale)}`] : []),
    ...(decision.clause ? [`guide: ${text(decision.clause)}`] : []),
    ...(decision.reopened
      ? [
          `reopened by ${text(decision.reopened.by)}${decision.reopened.reason ? `: ${text(decision.reopened.reason)}` : ''}`,
        ]
      : []),
  ];
  return parts.join('; ');
}

function clock(at: string): string {
  return at.slice(11, 16);
}

/** Data as it may stand in a line of Markdown. */
function text(value: string): string {
  return value.replace(/\s+/g, ' ').replace(SPECIAL, '\\$&');
}
