import { useStore } from '../../store/index.ts';
import { announcement } from './announcements.ts';

/** The live region that `announce` speaks through. Once per page. */
export function Announcer() {
  const { text, serial } = useStore(announcement);
  return (
    <div className="visually-hidden" aria-live="polite" data-announcer="">
      <p key={serial}>{text}</p>
    </div>
  );
}
