import type { GuideSummary } from '@assay/shared/model';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { beginGuide, chooseForNewArticles, listGuides, useLoaded, useMay, wordsOf } from '../api/index.ts';
import {
  announce,
  Badge,
  Button,
  Dialog,
  LabelTag,
  Notice,
  notify,
  PageHeading,
  RelativeTime,
  Select,
  Spinner,
  TextField,
} from '../ui/index.ts';
import './guide-pages.css';

/** The team's label guides: which there are, and which one new articles go by. */
export function GuidesPage() {
  const { loaded, reload } = useLoaded(listGuides);
  const mayChange = useMay('guide.change');
  return (
    <div className="page guides">
      <PageHeading title="Guides">Label guides</PageHeading>
      <p className="page-lead">
        A guide says which labels there are, what takes them, and what a mark can say about itself.
      </p>
      {loaded.kind === 'loading' && <Spinner label="Reading the guides" />}
      {loaded.kind === 'failed' && (
        <Notice
          tone="error"
          title="The guides could not be read"
          actions={
            <Button size="small" onPress={reload}>
              Try again
            </Button>
          }
        >
          {loaded.message}
        </Notice>
      )}
      {loaded.kind === 'loaded' && (
        <>
          <ul className="rows">
            {loaded.value.map((guide) => (
              <GuideRow key={guide.id} guide={guide} mayChange={mayChange} reload={reload} />
            ))}
          </ul>
          {mayChange ? (
            <BeginGuide guides={loaded.value} />
          ) : (
            <p className="guides-hint">The owner of the team changes guides.</p>
          )}
        </>
      )}
    </div>
  );
}

interface GuideRowProps {
  readonly guide: GuideSummary;
  readonly mayChange: boolean;
  reload(): void;
}

function GuideRow({ guide, mayChange, reload }: GuideRowProps) {
  const choose = () =>
    chooseForNewArticles(guide.id).then(
      () => {
        announce(`New articles go by “${guide.name}” now`);
        reload();
      },
      (thrown) => notify({ tone: 'error', message: wordsOf(thrown) }),
    );
  return (
    <li className="row guide-row">
      <div className="row-words">
        <p className="row-title">
          <Link href={`/guides/${guide.id}`}>{guide.name}</Link>
          {guide.forNewArticles && <Badge tone="success">For new articles</Badge>}
        </p>
        <p className="row-detail">
          Version {guide.version}, <RelativeTime at={guide.changed} />
        </p>
        <p className="guide-row-labels">
          {guide.labels.map((label) => (
            <LabelTag key={label.id} label={label} />
          ))}
        </p>
      </div>
      {mayChange && !guide.forNewArticles && (
        <Button size="small" onPress={() => void choose()}>
          Use for new articles
        </Button>
      )}
    </li>
  );
}

function BeginGuide({ guides }: { readonly guides: readonly GuideSummary[] }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [from, setFrom] = useState<string>(guides.find((one) => one.forNewArticles)?.id ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [, navigate] = useLocation();
  const begin = () =>
    beginGuide(name.trim(), from as GuideSummary['id']).then(
      ({ id }) => navigate(`/guides/${id}`),
      (thrown) => setProblem(wordsOf(thrown)),
    );
  return (
    <>
      <p className="guides-new">
        <Button onPress={() => setOpen(true)}>New guide</Button>
      </p>
      <Dialog
        title="A new guide"
        size="small"
        isOpen={open}
        onOpenChange={setOpen}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>Cancel</Button>
            <Button tone="primary" isDisabled={name.trim() === ''} onPress={() => void begin()}>
              Make it
            </Button>
          </>
        }
      >
        <div className="guide-form">
          <TextField label="Name" value={name} onChange={setName} error={problem} maxLength={60} autoFocus />
          <Select
            label="Begin as a copy of"
            options={guides.map((one) => ({ id: one.id as string, label: one.name }))}
            value={from}
            onChange={setFrom}
          />
        </div>
      </Dialog>
    </>
  );
}
