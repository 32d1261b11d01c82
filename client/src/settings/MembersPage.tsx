import { listMembers, type Session, useLoaded, useMay, useServerAnswers, useSession } from '../api/index.ts';
import { Button, Notice, PageHeading, Spinner } from '../ui/index.ts';
import { Invites } from './Invites.tsx';
import { MemberList } from './MemberList.tsx';
import './settings.css';

/** Who is in the team, and, for the owner, the links by which others come in. */
export function MembersPage() {
  const session = useSession();
  const mayInvite = useMay('member.invite');
  const answers = useServerAnswers();
  if (!session) return null;
  return (
    <div className="page members">
      <PageHeading title="Members">Members</PageHeading>
      <p className="page-lead">
        Everybody in {session.team.name}. A name stands on every mark and comment its owner makes.
      </p>
      {!answers && <WithoutServer mayInvite={mayInvite} />}
      <Members session={session} />
      {mayInvite ? <Invites /> : <p className="members-hint">The owner of the team invites others.</p>}
    </div>
  );
}

function Members({ session }: { readonly session: Session }) {
  const { loaded, reload } = useLoaded(listMembers);
  const answers = useServerAnswers();
  if (loaded.kind === 'loading') return <Spinner label="Reading the list" />;
  // The page has said why already.
  if (loaded.kind === 'failed' && !answers) return null;
  if (loaded.kind === 'failed')
    return (
      <Notice
        tone="error"
        title="The members could not be read"
        actions={
          <Button size="small" onPress={reload}>
            Try again
          </Button>
        }
      >
        {loaded.message}
      </Notice>
    );
  return <MemberList members={loaded.value} me={session.person.id} />;
}

function WithoutServer({ mayInvite }: { readonly mayInvite: boolean }) {
  return (
    <Notice tone="warning" title="You are offline">
      <p>
        Who is in the team is kept on the server, which cannot be reached now
        {mayInvite && '; nor can links be made or revoked'}. This page goes on by itself when it is back.
      </p>
    </Notice>
  );
}
