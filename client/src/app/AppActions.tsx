import { useLocation } from 'wouter';
import { useSession } from '../api/index.ts';
import { useStore } from '../store/index.ts';
import { type Action, chooseTheme, KeyHelp, Palette, useActions } from '../ui/index.ts';
import { dialogs } from './dialogs.ts';
import { SignOutDialog } from './SignOutDialog.tsx';
import { signOut } from './sign-out.ts';

/** What can be done on every page, the two dialogs that list it, and the question before one leaves. */
export function AppActions() {
  const open = useStore(dialogs);
  const session = useSession();
  const signedIn = session !== null;
  const [, navigate] = useLocation();
  const show = (name: 'palette' | 'keys') => (isOpen: boolean) => dialogs.set(isOpen ? name : 'none');
  useActions([...HELP, ...(signedIn ? placesBy(navigate) : []), ...LOOK, ...(signedIn ? [SIGN_OUT] : [])]);
  return (
    <>
      <Palette isOpen={open === 'palette'} onOpenChange={show('palette')} />
      <KeyHelp isOpen={open === 'keys'} onOpenChange={show('keys')} />
      {session && open === 'sign-out' && <SignOutDialog session={session} />}
    </>
  );
}

function placesBy(navigate: (path: string) => void): readonly Action[] {
  const section = 'Go to';
  return [
    { id: 'go-articles', title: 'Articles', section, keywords: 'library home', run: () => navigate('/') },
    {
      id: 'go-guides',
      title: 'Label guides',
      section,
      keywords: 'labels settings',
      run: () => navigate('/guides'),
    },
    { id: 'go-members', title: 'Members', section, keywords: 'invite team', run: () => navigate('/members') },
  ];
}

const HELP: readonly Action[] = [
  {
    id: 'palette',
    title: 'All actions',
    section: 'Help',
    keys: ['Mod-k'],
    hidden: true,
    run: () => dialogs.set('palette'),
  },
  { id: 'keys', title: 'Show the keys', section: 'Help', keys: ['?'], run: () => dialogs.set('keys') },
];

const LOOK: readonly Action[] = [
  { id: 'theme-light', title: 'Light', section: 'Look', keywords: 'theme', run: () => chooseTheme('light') },
  { id: 'theme-dark', title: 'Dark', section: 'Look', keywords: 'theme', run: () => chooseTheme('dark') },
  {
    id: 'theme-system',
    title: 'Light or dark as the device',
    section: 'Look',
    keywords: 'theme system',
    run: () => chooseTheme('system'),
  },
];

const SIGN_OUT: Action = { id: 'sign-out', title: 'Sign out', section: 'You', run: () => void signOut() };
