import { RelativeTime } from '../ui/index.ts';
import { type Entry, targetOf } from './entry.ts';
import { usePeople } from './use-margin.ts';
import './LostPlace.css';

/** The words that are gone, between those they stood between; who deleted them, and when, where that is known. */
export function LostPlace({ entry }: { readonly entry: Entry }) {
  const personOf = usePeople();
  const { orphaned } = entry.annotation ?? entry.thread ?? {};
  return (
    <div className="lost-place">
      {targetOf(entry)?.ranges.map(({ start, quote }) => (
        <p key={start} dir="auto" className="lost-words">
          {quote.prefix && <span className="lost-around">…{onOneLine(quote.prefix)}</span>}
          <del>{quote.exact}</del>
          {quote.suffix && <span className="lost-around">{onOneLine(quote.suffix)}…</span>}
        </p>
      ))}
      {orphaned && (
        <p className="lost-who">
          Deleted by {personOf(orphaned.by).name}, <RelativeTime at={orphaned.at} />
        </p>
      )}
    </div>
  );
}

/** Paragraphs are told apart by a sign, so that the words around stay one line. */
function onOneLine(words: string): string {
  return words.replaceAll(/\s*\n+\s*/g, ' ¶ ');
}
