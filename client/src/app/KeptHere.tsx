import { useState } from 'react';
import { forgetPerson, type KeptPerson, sumOf } from '../device/index.ts';
import { Button, ConfirmDialog } from '../ui/index.ts';
import { unsentWords } from './unsent-words.ts';
import { useKeptPeople } from './use-kept.ts';
import './KeptHere.css';

/** On a page that nobody is signed in on: whose work waits on this device, and the way to delete it. */
export function KeptHere() {
  const people = useKeptPeople();
  const [doomed, setDoomed] = useState<KeptPerson | null>(null);
  if (!people || people.length === 0) return null;
  return (
    <section className="page page-narrow kept-here" aria-labelledby="kept-here">
      <h2 id="kept-here">Kept on this device, and not sent yet</h2>
      <ul className="kept-people">
        {people.map((kept) => (
          <li key={kept.person} className="kept-person">
            <p>
              <strong>{nameOf(kept)}</strong>: {workOf(kept)}.{' '}
              <span className="kept-when">It waits for them to be signed in here again.</span>
            </p>
            <Button size="small" onPress={() => setDoomed(kept)}>
              Delete…
            </Button>
          </li>
        ))}
      </ul>
      {doomed && <Deletion kept={doomed} close={() => setDoomed(null)} />}
    </section>
  );
}

function Deletion({ kept, close }: { readonly kept: KeptPerson; close(): void }) {
  const remove = () => {
    close();
    void forgetPerson(kept.person);
  };
  return (
    <ConfirmDialog
      title="Delete this work for good?"
      isOpen
      onOpenChange={close}
      action="Delete it"
      onConfirm={remove}
    >
      <p>
        {nameOf(kept)} made {workOf(kept)} here. The server does not have it: once it is deleted, nobody can
        bring it back.
      </p>
    </ConfirmDialog>
  );
}

function nameOf({ name }: KeptPerson): string {
  return name ?? 'Somebody';
}

function workOf({ articles }: KeptPerson): string {
  const where = articles.length === 1 ? 'one article' : `${articles.length} articles`;
  return `${unsentWords(sumOf(articles.map(({ unsent }) => unsent)))} in ${where}`;
}
