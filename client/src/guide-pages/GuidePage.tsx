import type { Guide, GuideId } from '@assay/shared/model';
import { useCallback } from 'react';
import { Link } from 'wouter';
import { readGuide, useLoaded, useMay, useSession } from '../api/index.ts';
import { GuideReader } from '../guide/index.ts';
import { Button, Notice, PageHeading, Spinner } from '../ui/index.ts';
import { GuideEditor } from './GuideEditor.tsx';
import './guide-pages.css';

/** One guide: owners change it, everybody else reads it. */
export function GuidePage({ guideId }: { readonly guideId: GuideId }) {
  const ask = useCallback((signal: AbortSignal) => readGuide(guideId, signal), [guideId]);
  const { loaded, reload } = useLoaded(ask);
  if (loaded.kind === 'loading') return <Spinner label="Reading the guide" />;
  if (loaded.kind === 'loaded') return <Loaded guide={loaded.value} />;
  return (
    <div className="page guides">
      <PageHeading title="Guide">Label guide</PageHeading>
      <Notice
        tone="error"
        title="The guide could not be read"
        actions={
          <Button size="small" onPress={reload}>
            Try again
          </Button>
        }
      >
        {loaded.message}
      </Notice>
    </div>
  );
}

function Loaded({ guide }: { readonly guide: Guide }) {
  const session = useSession();
  const mayChange = useMay('guide.change');
  if (!session) return null;
  return (
    <div className="page guides">
      <p className="guides-back">
        <Link href="/guides">All guides</Link>
      </p>
      {mayChange ? (
        <GuideEditor guide={guide} person={session.person.id} />
      ) : (
        <>
          <PageHeading title={guide.name}>{guide.name}</PageHeading>
          <p className="page-lead">Version {guide.version}. The owner of the team changes it.</p>
          <GuideReader guide={guide} />
        </>
      )}
    </div>
  );
}
