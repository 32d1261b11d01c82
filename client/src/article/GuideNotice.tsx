import type { Guide } from '@assay/shared/model';
import { useState } from 'react';
import { differences } from '../guide/index.ts';
import { useStore } from '../store/index.ts';
import { announce, Button, Dialog, Notice } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { useNewestGuide } from './use-newest-guide.ts';

/** Offers to move the article to the newest version of its guide, to those who may, with what has changed. */
export function GuideNotice({ desk: { session } }: { readonly desk: Desk }) {
  useStore(session.rights);
  const ready = useStore(session.review, (view) => view.ready);
  const guide = useStore(session.guide);
  if (!ready || !session.may('guide.bind')) return null;
  return <Newer key={guide.id} session={session} guide={guide} />;
}

interface NewerProps {
  readonly session: Desk['session'];
  readonly guide: Guide;
}

function Newer({ session, guide }: NewerProps) {
  // Without the server it is the guide itself: nothing can be moved then, and nothing is offered.
  const newest = useNewestGuide(guide);
  const [left, setLeft] = useState(0);
  const [open, setOpen] = useState(false);
  if (newest.version <= guide.version || newest.version <= left) return null;
  const move = async () => {
    setOpen(false);
    const { id, version } = newest;
    const reply = await session.send({ type: 'article.bind-guide', guide: { id, version } });
    if (reply.ok) announce(`This article is marked by version ${version} of the guide now`);
  };
  return (
    <>
      <Notice
        title={`“${newest.name}” has changed since this article came to it`}
        actions={
          <>
            <Button size="small" onPress={() => setOpen(true)}>
              See what has changed
            </Button>
            <Button size="small" tone="plain" onPress={() => setLeft(newest.version)}>
              Not now
            </Button>
          </>
        }
      >
        This article is marked by version {guide.version} of the label guide; the newest one is{' '}
        {newest.version}.
      </Notice>
      <Dialog
        title="Move this article to the newest guide?"
        isOpen={open}
        onOpenChange={setOpen}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>Stay with version {guide.version}</Button>
            <Button tone="primary" onPress={() => void move()}>
              Move to version {newest.version}
            </Button>
          </>
        }
      >
        <Changes before={guide} after={newest} />
        <p className="guide-moved">
          Every mark keeps its label. Labels that are retired keep their name and look on old marks.
        </p>
      </Dialog>
    </>
  );
}

function Changes({ before, after }: { readonly before: Guide; readonly after: Guide }) {
  const told = differences(before, after);
  if (told.length === 0) return <p>Labels, details and questions are the same as before.</p>;
  return (
    <ul className="guide-choices">
      {told.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
