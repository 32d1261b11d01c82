import Ellipsis from 'lucide-react/icons/ellipsis';
import { useStore } from '../store/index.ts';
import { actions, IconButton, Menu, type MenuEntry } from '../ui/index.ts';
import type { Desk } from './desk.ts';

/** The actions that have no button of their own, taken from the same table as the keys and the palette. */
const LISTED = [
  'guide',
  'rename',
  'lock',
  'comment-article',
  'agreement',
  'minutes',
  'activity',
  'next-open',
  'palette',
  'keys',
] as const;

export function ArticleMenu({ desk }: { readonly desk: Desk }) {
  const offered = useStore(actions);
  useStore(desk.session.rights);
  const entries = LISTED.map((id) => offered.find((action) => action.id === id))
    .filter((action) => action !== undefined)
    .filter((action) => !action.isDisabled)
    .map((action): MenuEntry => {
      const [keys] = action.keys ?? [];
      // After the menu has given the keyboard back, so that what runs may take it.
      const run = () => void requestAnimationFrame(() => action.run());
      return { id: action.id, label: action.title, ...(keys ? { keys } : {}), run };
    });
  return (
    <Menu
      label="More for this article"
      groups={[{ entries }]}
      trigger={
        <IconButton label="More" size="small" icon={<Ellipsis className="icon" aria-hidden="true" />} />
      }
    />
  );
}
