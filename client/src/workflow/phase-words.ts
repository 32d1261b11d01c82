import { PHASES, type Phase, type Workflow } from '@assay/shared/model';

/** What a phase is called where an article is listed. `blind` counts only while people mark. */
export function phaseName(phase: Phase, blind: boolean): string {
  if (phase === 'marking' && blind) return 'Blind marking';
  return { marking: 'Marking', discussing: 'Discussing', settling: 'Settling', 'signed-off': 'Signed off' }[
    phase
  ];
}

/** A step of the way, as the person sees it who asks where the article is. */
export interface Step {
  readonly phase: Phase;
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead';
}

const NAMES: Readonly<Record<Phase, string>> = {
  marking: 'Mark',
  discussing: 'Discuss',
  settling: 'Settle',
  'signed-off': 'Signed off',
};

/** The way from the first mark to the sign-off, with where the article is on it. */
export function stepsOf({ phase, blind }: Pick<Workflow, 'phase' | 'blind'>): readonly Step[] {
  const here = PHASES.indexOf(phase);
  return PHASES.map((step, i) => ({
    phase: step,
    name: step === 'marking' && blind ? 'Mark blind' : NAMES[step],
    state: i < here ? 'done' : i === here ? 'now' : 'ahead',
  }));
}
