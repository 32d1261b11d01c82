import FileUp from 'lucide-react/icons/file-up';
import { type ClipboardEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button, Notice, Segmented, TextArea } from '../ui/index.ts';
import { FILE_TYPES, FORMAT_NAMES, type Source, sourceOfPaste } from './source.ts';
import { useSampleImport } from './use-sample-import.ts';

interface GiveSourceProps {
  readonly error: string | null;
  onSource(source: Source): void;
  onFiles(files: readonly File[]): void;
}

const FORMATS = (['text', 'markdown', 'html'] as const).map((id) => ({ id, label: FORMAT_NAMES[id] }));

/** Where an article is pasted or written, or a file chosen. A rich paste goes on at once; plain words can be edited. */
export function GiveSource({ error, onSource, onFiles }: GiveSourceProps) {
  const [content, setContent] = useState('');
  const [format, setFormat] = useState<Source['format']>('text');
  const sample = useSampleImport();
  const paste = (event: ClipboardEvent) => {
    const source = sourceOfPaste(event.clipboardData);
    if (source?.format !== 'html' || content.trim()) return;
    event.preventDefault();
    onSource(source);
  };
  return (
    <div className="give-source">
      {error && <Notice tone="error">{error}</Notice>}
      <div onPaste={paste}>
        <TextArea
          label="Paste the article"
          description="Copied from a web page, headings, links, lists and quotes come along."
          value={content}
          onChange={setContent}
          rows={9}
          autoFocus
        />
      </div>
      {content.trim() && (
        <div className="give-next">
          <Segmented label="Read it as" segments={FORMATS} value={format} onChange={setFormat} />
          <Button tone="primary" onPress={() => onSource({ content, format })}>
            Look at it
          </Button>
        </div>
      )}
      <div className="give-others">
        <FileTrigger
          acceptedFileTypes={FILE_TYPES}
          allowsMultiple
          onSelect={(files) => onFiles([...(files ?? [])])}
        >
          <Button icon={<FileUp className="icon" aria-hidden="true" />}>Choose files</Button>
        </FileTrigger>
        <p>HTML, Markdown or plain text; or drop them anywhere on the page.</p>
        <Button tone="plain" onPress={sample.importSample} isPending={sample.isPending}>
          Use the sample article
        </Button>
      </div>
    </div>
  );
}
