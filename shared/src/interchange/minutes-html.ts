import { momentText } from './export-html-moment.ts';
import { type Content, element, type Markup, styleElement } from './export-markup.ts';
import type { Minutes, MinutesDecision, MinutesItem } from './minutes.ts';
import { agreementRows, GROUP_WORDS, summaryLines, taskWords } from './minutes-words.ts';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-inline-size: 46rem; margin: 2rem auto; padding-inline: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { margin-block-start: 2rem; font-size: 1.15rem; }
ol > li { margin-block-end: 1rem; break-inside: avoid; } ol ul { padding-inline-start: 1.1rem; }
table { border-collapse: collapse; } th, td { padding: .15rem .8rem .15rem 0; text-align: start; }
td + td { text-align: end; font-variant-numeric: tabular-nums; }
.outcome { font-weight: 600; } .quiet { opacity: .75; } q { quotes: "“" "”"; }
`;

/** The minutes as one page that stands alone, for reading and printing. Equal for equal minutes. */
export function minutesHtml(minutes: Minutes): string {
  const page = element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: "default-src 'none'; style-src 'unsafe-inline'",
      }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, `Minutes: ${minutes.title}`),
      styleElement(STYLE),
    ),
    element('body', {}, minutesContent(minutes)),
  );
  return `<!DOCTYPE html>\n${page.html}\n`;
}

function minutesContent(minutes: Minutes): Content {
  return [
    element('h1', { dir: 'auto' }, `Minutes: ${minutes.title}`),
    bullets(summaryLines(minutes)),
    section('Sessions', minutes.sessions.length, () => bullets(minutes.sessions.map(sessionWords))),
    section('Agreement', minutes.agreement.length, () => agreementTable(minutes)),
    section('Settled', minutes.settled.length, () => items(minutes.settled)),
    section('Parked', minutes.parked.length, () => items(minutes.parked)),
    section('Still open', minutes.open.length, () => items(minutes.open)),
    section('Tasks', minutes.tasks.length, () =>
      bullets(minutes.tasks.map((task) => `${task.state === 'done' ? 'Done: ' : ''}${taskWords(task)}`)),
    ),
    section('Label guide', minutes.guides.length, () =>
      bullets(
        minutes.guides.map(
          ({ name, version, at, by }) => `${momentText(at)}: ${name}, version ${version}, by ${by}`,
        ),
      ),
    ),
  ];
}

function section(title: string, size: number, content: () => Content): Content {
  return size === 0 ? null : element('section', {}, element('h2', {}, title), content());
}

function bullets(lines: readonly Content[]): Markup {
  return element('ul', {}, ...lines.map((line) => element('li', { dir: 'auto' }, line)));
}

function sessionWords({
  started,
  ended,
  startedBy,
  settled,
  attendance,
}: Minutes['sessions'][number]): string {
  const times = ended ? `${momentText(started)} to ${momentText(ended)}` : `Since ${momentText(started)}`;
  return `${times}, started by ${startedBy}; ${settled} settled. Present: ${attendance.map(({ name }) => name).join(', ')}`;
}

function agreementTable({ agreement }: Minutes): Markup {
  const row = (name: 'th' | 'td', cells: readonly string[]) =>
    element('tr', {}, ...cells.map((cell) => element(name, {}, cell)));
  return element(
    'table',
    {},
    row('th', ['Figure', 'Before', 'After']),
    ...agreementRows(agreement).map((cells) => row('td', cells)),
  );
}

function items(all: readonly MinutesItem[]): Markup {
  return element('ol', {}, ...all.map(item));
}

function item({
  label,
  state,
  variants,
  missing,
  votes,
  decision,
  overturned,
  findings,
  evidence,
  parked,
}: MinutesItem): Markup {
  const lines: Content[] = [
    ...variants.map(({ words, by }) => [element('q', { dir: 'auto' }, words), ` (${by.join(', ')})`]),
    ...(missing.length > 0 ? [`Not marked by ${missing.join(', ')}`] : []),
    ...(votes.length > 0 ? [`Votes: ${votes.map(({ by, says }) => `${by}: ${says}`).join('; ')}`] : []),
    ...(decision ? [decided(decision)] : []),
    ...overturned.map((one) => ['Before that: ', decided(one)]),
    ...findings.map(({ name, value }) => `${name}: ${value}`),
    ...evidence.map(({ title, url, stance }) => [
      `Evidence (${stance}): `,
      element('a', { href: url, rel: 'noopener' }, title || url),
    ]),
    ...(parked ? [`Parked with ${parked.owner}${parked.due ? ` until ${parked.due}` : ''}`] : []),
  ];
  return element(
    'li',
    {},
    element('strong', {}, label),
    element('span', { class: 'quiet' }, `, ${GROUP_WORDS[state]}`),
    bullets(lines),
  );
}

function decided(decision: MinutesDecision): Content {
  const { outcome, words, by, at, withoutTalk, againstMajority, dissent, rationale, clause, reopened } =
    decision;
  return [
    element('span', { class: 'outcome' }, outcome),
    ...words.map((span): Content => [`: ${span.label} `, element('q', { dir: 'auto' }, span.words)]),
    `; by ${by}, ${momentText(at)}`,
    withoutTalk ? ', without discussion' : null,
    againstMajority ? '; against the majority of the votes' : null,
    dissent.length > 0 ? `; dissent: ${dissent.join(', ')}` : null,
    rationale ? `; because: ${rationale}` : null,
    clause ? `; guide: ${clause}` : null,
    reopened ? `; reopened by ${reopened.by}${reopened.reason ? `: ${reopened.reason}` : ''}` : null,
  ];
}
