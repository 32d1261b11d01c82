import List from 'lucide-react/icons/list-tree';
import { useRef, useState } from 'react';
import { type ArticleEditor, goToHeading, type OutlineHeading, outlineOf } from '../editor/index.ts';
import { type Readable, useStore } from '../store/index.ts';
import { Button, Popover } from '../ui/index.ts';
import './OutlineButton.css';

/** The headings of the article, to go to. */
export function OutlineButton({ editor }: { readonly editor: Readable<ArticleEditor | null> }) {
  const button = useRef<HTMLButtonElement>(null);
  const [headings, setHeadings] = useState<readonly OutlineHeading[] | null>(null);
  const at = useStore(editor);
  const choose = (heading: OutlineHeading) => {
    setHeadings(null);
    // The popover gives the keyboard back to its button first.
    if (at) requestAnimationFrame(() => goToHeading(at, heading));
  };
  return (
    <>
      <Button
        ref={button}
        tone="plain"
        size="small"
        className="bar-button"
        isDisabled={!at}
        icon={<List className="icon" aria-hidden="true" />}
        onPress={() => setHeadings(at ? outlineOf(at) : null)}
      >
        <span className="bar-word">Outline</span>
      </Button>
      <Popover
        label="Outline"
        isOpen={headings !== null}
        onOpenChange={(open) => !open && setHeadings(null)}
        triggerRef={button}
        placement="bottom end"
      >
        {headings?.length === 0 && <p className="outline-none">This article has no headings.</p>}
        <ul className="outline">
          {headings?.map((heading) => (
            <li key={heading.pos}>
              <button
                type="button"
                className="outline-heading"
                data-level={heading.level}
                dir="auto"
                onClick={() => choose(heading)}
              >
                {heading.words}
              </button>
            </li>
          ))}
        </ul>
      </Popover>
    </>
  );
}
