import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { type Session, useServerAnswers } from '../api/index.ts';
import { type KeptArticle, sumOf, waiting } from '../device/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import { dialogs } from './dialogs.ts';
import { leave } from './sign-out.ts';
import { unsentWords } from './unsent-words.ts';
import { useUnsentArticles } from './use-kept.ts';
import './SignOutDialog.css';

const close = () => dialogs.set('none');

/** Before one leaves with work that the server does not have: what it is, and what is to become of it. */
export function SignOutDialog({ session }: { readonly session: Session }) {
  const { person } = session;
  const unsent = useUnsentArticles(person.id);
  const [deleting, setDeleting] = useState(false);
  if (!unsent) return null;
  const go = (kept: readonly KeptArticle[]) => () => {
    close();
    void leave(person.id, new Set(kept.map(({ article }) => article)));
  };
  if (unsent.length === 0) return <AllSent go={go([])} />;
  if (deleting) return <Deletion unsent={unsent} go={go([])} goBack={() => setDeleting(false)} />;
  return (
    <Dialog title="Some of your work is on this device alone" isOpen onOpenChange={close}>
      <p>The server does not have it yet:</p>
      <UnsentList unsent={unsent} />
      <ul className="leave-choices">
        <Choice
          button={
            <Button tone="primary" onPress={close} autoFocus>
              Stay signed in
            </Button>
          }
        >
          <WhyStay unsent={unsent} />
        </Choice>
        <Choice button={<Button onPress={go(unsent)}>Sign out and keep it</Button>}>
          It stays in this browser, for you alone, and is sent when you are signed in here as {person.name}{' '}
          again. Everything else of yours is removed.
        </Choice>
        <Choice button={<Button onPress={() => setDeleting(true)}>Sign out and delete it…</Button>}>
          Nothing of yours stays here. What is not sent cannot be brought back.
        </Choice>
      </ul>
    </Dialog>
  );
}

function WhyStay({ unsent }: { readonly unsent: readonly KeptArticle[] }) {
  const answers = useServerAnswers();
  if (unsent.every((one) => waiting(one.unsent) === 0))
    return 'Send the comments that you have begun, or empty them, in their articles.';
  return answers
    ? 'Assay is sending it. What stays in this list is not taken: open the article to see why.'
    : 'The server cannot be reached. As soon as it can, Assay sends this by itself, and you can sign out.';
}

function Choice({ button, children }: { readonly button: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="leave-choice">
      {button}
      <p>{children}</p>
    </li>
  );
}

function UnsentList({ unsent }: { readonly unsent: readonly KeptArticle[] }) {
  return (
    <ul className="unsent-list">
      {unsent.map((one) => (
        <li key={one.article}>
          <Link href={`/articles/${one.article}`} onClick={close}>
            {one.title ?? 'An article'}
          </Link>
          <span>{unsentWords(one.unsent)}</span>
        </li>
      ))}
    </ul>
  );
}

function AllSent({ go }: { go(): void }) {
  return (
    <Dialog
      title="Everything is sent"
      isOpen
      onOpenChange={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>Stay signed in</Button>
          <Button tone="primary" onPress={go} autoFocus>
            Sign out
          </Button>
        </>
      }
    >
      <p>The server has all of your work. Nothing of yours stays in this browser when you sign out.</p>
    </Dialog>
  );
}

interface DeletionProps {
  readonly unsent: readonly KeptArticle[];
  go(): void;
  goBack(): void;
}

function Deletion({ unsent, go, goBack }: DeletionProps) {
  return (
    <Dialog
      title="Delete this work for good?"
      isOpen
      onOpenChange={close}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={goBack} autoFocus>
            Back
          </Button>
          <Button tone="danger" onPress={go}>
            Delete and sign out
          </Button>
        </>
      }
    >
      <p>
        {capital(unsentWords(sumOf(unsent.map((one) => one.unsent))))} of yours are on this device alone. Once
        deleted, nobody can bring this back, not even whoever runs the server.
      </p>
    </Dialog>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
