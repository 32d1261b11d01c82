import { Button } from 'react-aria-components/Button';
import { useLocation } from 'wouter';
import type { Session } from '../api/index.ts';
import { wordsForRole } from '../settings/index.ts';
import { Avatar, Menu } from '../ui/index.ts';
import { dialogs } from './dialogs.ts';
import { signOut } from './sign-out.ts';

/** Who one is here, the ways to the other pages, and the way out. */
export function PersonMenu({ session }: { readonly session: Session }) {
  const [, navigate] = useLocation();
  const { person, role, team } = session;
  return (
    <Menu
      label="You"
      trigger={
        <Button className="button button-plain icon-button person-button" aria-label={`You: ${person.name}`}>
          <Avatar person={person} decorative />
        </Button>
      }
      header={
        <div className="person-header">
          <Avatar person={person} decorative />
          <div className="person-words">
            <span>{person.name}</span>
            <span>
              {wordsForRole(role).name} in {team.name}
            </span>
          </div>
        </div>
      }
      groups={[
        {
          entries: [
            { id: 'articles', label: 'Articles', run: () => navigate('/') },
            { id: 'guides', label: 'Label guides', run: () => navigate('/guides') },
            { id: 'members', label: 'Members', run: () => navigate('/members') },
          ],
        },
        {
          entries: [
            { id: 'palette', label: 'All actions', keys: 'Mod-k', run: () => dialogs.set('palette') },
            { id: 'keys', label: 'Keys', keys: '?', run: () => dialogs.set('keys') },
          ],
        },
        { entries: [{ id: 'sign-out', label: 'Sign out', run: () => void signOut() }] },
      ]}
    />
  );
}
