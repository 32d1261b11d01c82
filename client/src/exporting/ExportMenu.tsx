import Download from 'lucide-react/icons/download';
import type { ArticleSession } from '../session/index.ts';
import { useStore } from '../store/index.ts';
import { announce, Button, Menu, type MenuEntry, notify } from '../ui/index.ts';
import { type ExportFormat, fetchExport, keepFile } from './download.ts';

const FORMATS: readonly { id: ExportFormat; label: string; description: string }[] = [
  { id: 'html', label: 'Web page', description: 'One file to read, print or send: text, marks, notes' },
  {
    id: 'w3c',
    label: 'Web Annotation (JSON-LD)',
    description: 'For other annotation tools, by the W3C standard',
  },
  { id: 'json', label: 'Everything (JSON)', description: 'Lossless: text, marks, threads, history' },
];

/** The article and its review as files, from what the server has saved. */
export function ExportMenu({ session }: { readonly session: ArticleSession }) {
  const offline = useStore(session.connection) !== 'online';
  const unsaved = useStore(session.saving, (saving) => (saving.kind === 'saved' ? 0 : saving.unsaved));
  const entries = FORMATS.map(
    (format): MenuEntry => ({
      ...format,
      isDisabled: offline,
      run: () => void exportAs(session, format.id),
    }),
  );
  return (
    <Menu
      label="Export"
      groups={[{ entries }]}
      header={<Warning offline={offline} unsaved={unsaved} />}
      trigger={
        <Button
          tone="plain"
          size="small"
          className="bar-button"
          icon={<Download className="icon" aria-hidden="true" />}
        >
          <span className="bar-word">Export</span>
        </Button>
      }
    />
  );
}

function Warning({ offline, unsaved }: { readonly offline: boolean; readonly unsaved: number }) {
  if (offline)
    return <p className="export-warning">Exports come from the server, which cannot be reached now.</p>;
  if (unsaved === 0) return null;
  return <p className="export-warning">What is not saved yet will be missing.</p>;
}

async function exportAs({ article }: ArticleSession, format: ExportFormat): Promise<void> {
  announce('Exporting');
  try {
    keepFile(await fetchExport(article, format));
  } catch (thrown) {
    notify({
      tone: 'error',
      message: thrown instanceof Error ? thrown.message : 'The export failed. Try again.',
    });
  }
}
