import Ellipsis from 'lucide-react/icons/ellipsis';
import { useStore } from '../store/index.ts';
import { copyText, IconButton, Menu, type MenuEntry } from '../ui/index.ts';
import { addressOf } from './acts.ts';
import type { Entry, GroupFacts } from './entry.ts';
import { joinable, mayRegroup } from './regrouping.ts';
import { useMargin } from './use-margin.ts';

/** What can be done with a group and is not worth a button of its own. */
export function GroupMenu({ entry, facts }: { readonly entry: Entry; readonly facts: GroupFacts }) {
  const margin = useMargin();
  useStore(margin.session.rights);
  useStore(margin.entries);
  const may = mayRegroup(margin, entry);
  const entries: (MenuEntry | false)[] = [
    {
      id: 'copy',
      label: 'Copy link',
      keys: 'l',
      run: () => void copyText(new URL(addressOf(margin, entry), location.href).href),
    },
    entry.status !== 'orphaned' && {
      id: 'select',
      label: 'Select these words',
      run: () => {
        margin.editor.get()?.selectMark(entry.id);
        margin.editor.get()?.focus();
      },
    },
    may &&
      facts.members.length > 1 && {
        id: 'split',
        label: 'Split the group…',
        run: () => margin.regrouping.set({ group: entry.id, how: 'split' }),
      },
    may &&
      joinable(margin, entry).length > 0 && {
        id: 'join',
        label: 'Join with another group…',
        run: () => margin.regrouping.set({ group: entry.id, how: 'join' }),
      },
  ];
  return (
    <Menu
      label="More for this group"
      groups={[{ entries: entries.filter((one) => one !== false) }]}
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
