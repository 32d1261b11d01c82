import type { Decision, Group, Precedent } from '@assay/shared/model';
import { settledLabel } from '@assay/shared/review';
import BookMarked from 'lucide-react/icons/book-marked';
import { useState } from 'react';
import { readGuide, saveGuide } from '../api/index.ts';
import { useStore } from '../store/index.ts';
import { Button, notify } from '../ui/index.ts';
import { wordsOfGroup } from './group-words.ts';
import { useAgendaDesk } from './use-agenda.ts';

interface PinProps {
  readonly group: Group;
  readonly decision: Decision;
}

/** Makes a decision a precedent of the label guide, for those who may change it: it is shown wherever like words are marked. */
export function PinPrecedent({ group, decision }: PinProps) {
  const { session, margin, ...desk } = useAgendaDesk();
  useStore(desk.rights);
  const guide = useStore(session.guide);
  const [pinned, setPinned] = useState(() => guide.precedents.some((one) => one.decision === decision.id));
  const [busy, setBusy] = useState(false);
  if (!session.may('guide.change') || decision.outcome === 'contested') return null;
  if (pinned) return <p className="decision-by">A precedent of the label guide.</p>;
  const words = decision.spans.map(({ target }) => target.ranges.map(({ quote }) => quote.exact).join(' … '));
  const precedent: Precedent = {
    article: session.article,
    decision: decision.id,
    label: settledLabel(session.review.get().state, group),
    words: words.join(' … ') || wordsOfGroup(margin, group),
    yes: decision.outcome !== 'rejected',
    ...(decision.rationale && { rationale: decision.rationale }),
  };
  const pin = async () => {
    setBusy(true);
    try {
      const newest = await readGuide(guide.id);
      await saveGuide(newest, [{ type: 'precedent.add', precedent }]);
      setPinned(true);
      notify({
        tone: 'info',
        message: 'From now on this is shown to whoever is about to mark words like these.',
      });
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : 'The guide could not be changed. Try again.';
      notify({ tone: 'error', message });
    }
    setBusy(false);
  };
  return (
    <p>
      <Button
        size="small"
        tone="plain"
        isDisabled={busy}
        icon={<BookMarked className="icon" aria-hidden="true" />}
        onPress={() => void pin()}
      >
        Make it a precedent
      </Button>
    </p>
  );
}
