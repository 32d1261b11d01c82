import type { ImportedArticle } from '@assay/shared/interchange';
import { DOMSerializer, type Node } from 'prosemirror-model';
import { useEffect, useRef } from 'react';
import { Notice } from '../ui/index.ts';
import { counted } from './counted.ts';

/** An article as it will be, with what could not be taken over; or why it cannot be one. */
export function Preview({ article: { doc, refusal, warnings } }: { readonly article: ImportedArticle }) {
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="warning" title="Not everything could be taken over">
          <ul>
            {warnings.map((warning) => (
              <li key={warning.code}>{warning.message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {refusal === null ? (
        <Paper doc={doc} />
      ) : (
        <Notice tone="error" title="This cannot become an article">
          {refusal}
        </Notice>
      )}
    </>
  );
}

/** The article, drawn by its own schema. */
function Paper({ doc }: { readonly doc: Node }) {
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    paper.current?.replaceChildren(drawingOf(doc));
  }, [doc]);
  const words = doc.textBetween(0, doc.content.size, ' ', ' ').split(/\s+/u).filter(Boolean).length;
  return (
    // Focusable, so that the keyboard can scroll it; its links are inert and out of the way of that.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="preview" tabIndex={0} aria-label={`Preview, ${counted(words, 'word')}`}>
      <div ref={paper} className="preview-paper" inert />
    </section>
  );
}

/** Drawn in a document that loads nothing, so that a preview asks no foreign server for pictures. */
function drawingOf(doc: Node): DocumentFragment {
  const quiet = document.implementation.createHTMLDocument('');
  const drawn = quiet.createDocumentFragment();
  DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content, { document: quiet }, drawn);
  for (const image of drawn.querySelectorAll('img')) {
    const stand = quiet.createElement('p');
    stand.className = 'preview-image';
    stand.textContent = image.alt ? `Picture: ${image.alt}` : 'Picture';
    image.replaceWith(stand);
  }
  return drawn;
}
