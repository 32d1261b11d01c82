import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ArticleEditor, FindQuery } from '../editor/index.ts';
import { type Readable, type Store, useStore } from '../store/index.ts';
import { Checkbox, IconButton } from '../ui/index.ts';
import { countWords } from './count-words.ts';
import { ReplaceRow } from './ReplaceRow.tsx';
import './FindBar.css';

/** What the bar is open for; a new value each time somebody asks for it. */
export type Finding = { readonly what: 'find' | 'replace' } | null;

interface FindBarProps {
  readonly editor: Readable<ArticleEditor | null>;
  readonly finding: Store<Finding>;
  /** In review mode one finds; to replace one has to edit. */
  readonly mode: Readable<'edit' | 'review'>;
}

/** Find and replace, at the top of the article. Shows nothing until it is asked for. */
export function FindBar({ editor, finding, mode }: FindBarProps) {
  const open = useStore(finding);
  const at = useStore(editor);
  const editing = useStore(mode) === 'edit';
  if (!open || !at) return null;
  return <Bar editor={at} asked={open} editing={editing} onClose={() => finding.set(null)} />;
}

interface BarProps {
  readonly editor: ArticleEditor;
  readonly asked: NonNullable<Finding>;
  readonly editing: boolean;
  onClose(): void;
}

function Bar({ editor, asked, editing, onClose }: BarProps) {
  const { finder } = editor;
  const found = useStore(finder.found);
  const [query, setQuery] = useState<FindQuery>(() => beginning(editor));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => finder.search(query), [finder, query]);
  useEffect(() => () => finder.search(null), [finder]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the field takes the keyboard again
  useEffect(() => field.current?.select(), [asked]);

  const close = () => {
    finder.select();
    onClose();
    editor.focus();
  };
  const takeKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field.current) finder.go(event.shiftKey ? -1 : 1);
    else if (event.key === 'F3') finder.go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const change = (part: Partial<FindQuery>) => setQuery((before) => ({ ...before, ...part }));
  return (
    <search className="find-place">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the fields in it */}
      <div className="find-bar" onKeyDown={takeKey}>
        <div className="find-row">
          <input
            ref={field}
            className="field-input find-field"
            aria-label="Find in the article"
            placeholder="Find"
            dir="auto"
            spellCheck={false}
            value={query.words}
            onChange={(event) => change({ words: event.target.value })}
          />
          <span className="find-count" role="status">
            {countWords(query.words, found)}
          </span>
          <IconButton
            label="Previous"
            keys="Shift-Enter"
            size="small"
            icon={<ChevronUp className="icon" aria-hidden="true" />}
            isDisabled={found.count === 0}
            onPress={() => finder.go(-1)}
          />
          <IconButton
            label="Next"
            keys="Enter"
            size="small"
            icon={<ChevronDown className="icon" aria-hidden="true" />}
            isDisabled={found.count === 0}
            onPress={() => finder.go(1)}
          />
          <IconButton
            label="Close"
            keys="Escape"
            size="small"
            icon={<X className="icon" aria-hidden="true" />}
            onPress={close}
          />
        </div>
        <div className="find-row">
          <Checkbox isSelected={query.matchCase} onChange={(matchCase) => change({ matchCase })}>
            Match case
          </Checkbox>
          <Checkbox isSelected={query.wholeWords} onChange={(wholeWords) => change({ wholeWords })}>
            Whole words
          </Checkbox>
        </div>
        {editing && asked.what === 'replace' && <ReplaceRow finder={finder} count={found.count} />}
      </div>
    </search>
  );
}

/** One begins with the words that are selected, when they are of one line. */
function beginning(editor: ArticleEditor): FindQuery {
  const { text } = editor.selection.get();
  const words = text.length <= 100 && !text.includes('\n') ? text : '';
  return { words, matchCase: false, wholeWords: false };
}
