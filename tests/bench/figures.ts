/** One measured figure, as `--json` prints it: medians over interleaved repetitions. */
export interface Figure {
  readonly suite: string;
  readonly case: string;
  readonly subject: string;
  readonly metric: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly words?: number;
  readonly marks?: number;
  readonly clients?: number;
  readonly operations?: number;
  readonly threads?: number;
}

const PARAMETERS = ['words', 'marks', 'clients', 'operations', 'threads'] as const;

export type Parameters = Pick<Figure, (typeof PARAMETERS)[number]>;

/** What one repetition of a case measured: metric name to value and unit. */
export type Measurement = Readonly<Record<string, { readonly value: number; readonly unit: string }>>;

/** One case of one subject, ready to be repeated. */
export interface Trial {
  readonly suite: string;
  readonly case: string;
  readonly subject: string;
  readonly parameters: Parameters;
  run(): Promise<Measurement>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which the share `p` (0 to 1) of the values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))]!;
}

/**
 * Runs every trial `repetitions` times, round by round and in turn within a round, so that a slow minute of the
 * machine falls on all subjects alike; then takes medians.
 */
export async function measure(
  trials: readonly Trial[],
  repetitions: number,
  log: (line: string) => void,
): Promise<Figure[]> {
  const results = trials.map(() => [] as Measurement[]);
  for (let round = 0; round < repetitions; round++) {
    for (const [i, trial] of trials.entries()) {
      log(`round ${round + 1}/${repetitions}  ${titleOf(trial)}`);
      results[i]!.push(await trial.run());
    }
  }
  return trials.flatMap((trial, i) => figuresOf(trial, results[i]!));
}

function figuresOf(trial: Trial, measurements: readonly Measurement[]): Figure[] {
  return Object.entries(measurements[0] ?? {}).map(([metric, { unit }]) => {
    const values = measurements.map((measurement) => measurement[metric]!.value);
    const range = {
      median: median(values),
      min: Math.min(...values),
      max: Math.max(...values),
      runs: values.length,
    };
    return {
      suite: trial.suite,
      case: trial.case,
      subject: trial.subject,
      metric,
      unit,
      ...range,
      ...trial.parameters,
    };
  });
}

function describe(parameters: Parameters): string {
  const given = PARAMETERS.filter((name) => parameters[name] !== undefined);
  return given.map((name) => `${name}=${parameters[name]}`).join(' ');
}

/** What a trial measures, in words that `--only` is compared with. */
export function titleOf({ suite, case: name, subject, parameters }: Trial): string {
  return `${suite} ${name} ${describe(parameters)} ${subject}`;
}

/** A table per case and metric, each subject beside the first one: `(2.00x)` means twice the first one's figure. */
export function tables(figures: readonly Figure[]): string {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures)
    groups.set(groupName(figure), [...(groups.get(groupName(figure)) ?? []), figure]);
  return [...groups]
    .map(([name, rows]) => `${name}\n${rows.map((row) => line(row, rows[0]!)).join('\n')}`)
    .join('\n\n');
}

function groupName(figure: Figure): string {
  return `${figure.suite} · ${figure.case} ${describe(figure)} · ${figure.metric} (${figure.unit})`;
}

function line(figure: Figure, first: Figure): string {
  const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3)).padStart(10);
  const ratio = first.median ? (figure.median / first.median).toFixed(2) : '–';
  return `  ${figure.subject.padEnd(28)}${number(figure.median)}  (${ratio}x)   ${number(figure.min)} … ${number(figure.max)}  of ${figure.runs}`;
}
