import type { PersonId } from '@assay/shared/model';
import type { Member } from '../api/index.ts';
import { Avatar, Badge, RelativeTime } from '../ui/index.ts';
import { wordsForRole } from './roles.ts';

interface MemberListProps {
  readonly members: readonly Member[];
  readonly me: PersonId;
}

export function MemberList({ members, me }: MemberListProps) {
  return (
    <ul className="rows" aria-label="Members">
      {members.map((member) => (
        <MemberRow key={member.person.id} member={member} isMe={member.person.id === me} />
      ))}
    </ul>
  );
}

function MemberRow({ member, isMe }: { readonly member: Member; readonly isMe: boolean }) {
  const role = wordsForRole(member.role);
  return (
    <li className="row">
      <Avatar person={member.person} size="large" decorative />
      <div className="row-words">
        <p className="row-title">
          {member.person.name} {isMe && <Badge>You</Badge>}
          {/* The avatar says it to those who listen. */}
          {member.person.program && (
            <span aria-hidden="true">
              <Badge>Program</Badge>
            </span>
          )}
        </p>
        <p className="row-detail">
          {role.name}: may {role.may}
        </p>
      </div>
      <p className="row-time">
        {member.lastSeen ? (
          <>
            Last here <RelativeTime at={member.lastSeen} />
          </>
        ) : (
          <>
            Joined <RelativeTime at={member.joined} />
          </>
        )}
      </p>
    </li>
  );
}
