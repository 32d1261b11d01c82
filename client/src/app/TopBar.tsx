import { Link, useLocation } from 'wouter';
import { useSession } from '../api/index.ts';
import { BarPlace, classes } from '../ui/index.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import './TopBar.css';

export function TopBar() {
  const session = useSession();
  const [path] = useLocation();
  return (
    <header className="top-bar">
      <Link href="/" className="brand" aria-label="Assay, all articles">
        <BrandMark />
        <span className="brand-name">Assay</span>
      </Link>
      {session && (
        <nav className="top-nav" aria-label="Main">
          <NavLink href="/" current={path === '/'}>
            Articles
          </NavLink>
          <NavLink href="/guides" current={path.startsWith('/guides')}>
            Guides
          </NavLink>
          <NavLink href="/members" current={path === '/members'}>
            Members
          </NavLink>
        </nav>
      )}
      <BarPlace />
      <ThemeMenu />
      {session && <PersonMenu session={session} />}
    </header>
  );
}

interface NavLinkProps {
  readonly href: string;
  readonly current: boolean;
  readonly children: string;
}

function NavLink({ href, current, children }: NavLinkProps) {
  return (
    <Link href={href} className={classes('nav-link')} {...(current ? { 'aria-current': 'page' } : {})}>
      {children}
    </Link>
  );
}

/** The three lines of the labels: solid, double, dashed. */
function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 20 20" aria-hidden="true">
      <path className="brand-claim" d="M1 3h18" />
      <path className="brand-quote" d="M1 8.5h18M1 11.5h18" />
      <path className="brand-speculation" d="M1 17h18" />
    </svg>
  );
}
