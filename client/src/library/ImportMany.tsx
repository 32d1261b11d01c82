import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import { Link } from 'wouter';
import { Button, Progress } from '../ui/index.ts';
import { type FileImport, useFileImports } from './use-file-imports.ts';

interface ImportManyProps {
  readonly files: readonly File[];
  close(): void;
  onImported(): void;
}

/** Several files, one after another; each says what became of it, and the rest can be called off. */
export function ImportMany({ files, close, onImported }: ImportManyProps) {
  const { imports, cancel } = useFileImports(files, onImported);
  const settled = imports.filter((one) => one.state !== 'waiting' && one.state !== 'reading').length;
  const isDone = settled === imports.length;
  return (
    <div className="import-many">
      <Progress label={isDone ? 'Done' : 'Importing'} done={settled} of={imports.length} />
      <ul className="rows" aria-label="Files">
        {imports.map((one, index) => (
          // Two files may have one name; their order never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <ImportRow key={index} one={one} close={close} />
        ))}
      </ul>
      <div className="import-buttons">
        {!isDone && <Button onPress={cancel}>Stop after this one</Button>}
        <Button tone="primary" onPress={close} isDisabled={!isDone}>
          To the library
        </Button>
      </div>
    </div>
  );
}

function ImportRow({ one, close }: { readonly one: FileImport; close(): void }) {
  return (
    <li className="row">
      {one.state === 'done' && <CircleCheck className="icon" aria-hidden="true" />}
      {one.state === 'failed' && <CircleAlert className="icon" aria-hidden="true" />}
      <div className="row-words">
        <p className="row-title">
          {one.state === 'done' ? (
            <Link href={`/articles/${one.id}`} onClick={close}>
              {one.title}
            </Link>
          ) : (
            one.fileName
          )}
        </p>
        <p className="row-detail">{wordsFor(one)}</p>
      </div>
    </li>
  );
}

function wordsFor(one: FileImport): string {
  switch (one.state) {
    case 'waiting':
      return 'Waiting';
    case 'reading':
      return 'Importing…';
    case 'done':
      return `Imported from ${one.fileName}`;
    case 'cancelled':
      return 'Not imported: called off';
    case 'failed':
      return one.message;
  }
}
