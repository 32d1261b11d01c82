import { inUse } from '@assay/shared/model';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useStore } from '../store/index.ts';
import { copyText, IconButton, LabelTag, Menu, type MenuEntry, type MenuGroup } from '../ui/index.ts';
import { addressOf, relabelEntry, restoreEntry, settleEntry, withdrawEntry } from './acts.ts';
import type { Entry } from './entry.ts';
import { aimAt, removePiece, snapMark } from './extent-acts.ts';
import type { Margin } from './margin.ts';
import { useMargin } from './use-margin.ts';
import { rightsOn } from './wishes.ts';
import { clip } from './words.ts';

/** Everything that can be done with a card and is not worth a button of its own. */
export function CardMenu({ entry }: { readonly entry: Entry }) {
  return (
    <Menu
      label="More for this card"
      groups={useGroups(entry)}
      trigger={
        <IconButton
          label="More"
          size="small"
          className="card-more"
          icon={<Ellipsis className="icon" aria-hidden="true" />}
        />
      }
    />
  );
}

function useGroups(entry: Entry): readonly MenuGroup[] {
  const margin = useMargin();
  useStore(margin.session.rights);
  const guide = useStore(margin.session.guide);
  const may = rightsOn(margin.session, entry);
  const relabels: MenuEntry[] = inUse(guide.labels).map((label) => ({
    id: `label-${label.id}`,
    label: label.name,
    icon: <LabelTag label={label} compact />,
    isChecked: entry.label === label.id,
    run: () => relabelEntry(margin, entry, label.id),
  }));
  const general: (MenuEntry | false)[] = [
    {
      id: 'copy',
      label: 'Copy link',
      keys: 'l',
      run: () => void copyText(new URL(addressOf(margin, entry), location.href).href),
    },
    entry.on !== 'article' &&
      entry.status !== 'orphaned' && {
        id: 'select',
        label: 'Select these words',
        run: () => {
          margin.editor.get()?.selectMark(entry.id);
          margin.editor.get()?.focus();
        },
      },
    may.settle && {
      id: 'settle',
      label: entry.thread?.status === 'resolved' ? 'Reopen the thread' : 'Resolve the thread',
      keys: 'e',
      run: () => settleEntry(margin, entry),
    },
  ];
  const taking: (MenuEntry | false)[] = [
    may.withdraw && {
      id: 'withdraw',
      label: 'Withdraw this mark',
      keys: 'x',
      tone: 'danger' as const,
      run: () => withdrawEntry(margin, entry),
    },
    may.restore && { id: 'restore', label: 'Restore this mark', run: () => restoreEntry(margin, entry) },
  ];
  const wording = may.reshape && entry.status !== 'orphaned' ? wordEntries(margin, entry) : [];
  return [
    { entries: general.filter((one) => one !== false) },
    ...(wording.length > 0 ? [{ title: 'Its words', entries: wording }] : []),
    ...(may.relabel ? [{ title: 'Change the label to', entries: relabels }] : []),
    { entries: taking.filter((one) => one !== false) },
  ].filter((group) => group.entries.length > 0);
}

/** What can be done about which words a mark covers. */
function wordEntries(margin: Margin, { id }: Entry): readonly MenuEntry[] {
  const pieces = margin.editor.get()?.piecesOf(id) ?? [];
  const text = margin.session.linearText();
  return [
    {
      id: 'add-piece',
      label: 'Add a piece…',
      run: () => aimAt(margin, { id, wanted: 'piece' }),
    },
    { id: 'ends', label: 'Move its ends', keys: '.', run: () => margin.grabbed.set('end') },
    { id: 'snap', label: 'Snap to whole words', keys: 'w', run: () => snapMark(margin, id) },
    ...(pieces.length > 1 ? pieces : []).map((piece) => ({
      id: `remove-${piece.start}`,
      label: `Remove the piece “${clip(text.slice(piece.start, piece.end), 32)}”`,
      run: () => removePiece(margin, id, piece),
    })),
  ];
}
