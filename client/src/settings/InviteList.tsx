import LinkIcon from 'lucide-react/icons/link';
import { type Invite, useServerAnswers } from '../api/index.ts';
import { Button, RelativeTime } from '../ui/index.ts';
import { ROLE_WORDS } from './roles.ts';

interface InviteListProps {
  readonly invites: readonly Invite[];
  onRevoke(invite: Invite): void;
}

export function InviteList({ invites, onRevoke }: InviteListProps) {
  const answers = useServerAnswers();
  if (invites.length === 0) return <p className="members-hint">No link is open at the moment.</p>;
  return (
    <ul className="rows" aria-label="Open invite links">
      {invites.map((invite) => (
        <li key={invite.id} className="row">
          <LinkIcon className="icon" aria-hidden="true" />
          <div className="row-words">
            <p className="row-title">{ROLE_WORDS[invite.role].name}</p>
            <p className="row-detail">
              Made <RelativeTime at={invite.created} />, ends <RelativeTime at={invite.expires} />
            </p>
          </div>
          <Button size="small" onPress={() => onRevoke(invite)} isDisabled={!answers}>
            Revoke
          </Button>
        </li>
      ))}
    </ul>
  );
}
