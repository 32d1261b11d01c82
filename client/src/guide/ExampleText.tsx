import type { LabelExample } from '@assay/shared/model';
import Check from 'lucide-react/icons/check';
import XIcon from 'lucide-react/icons/x';

/** An example with its words marked, whether they take the label, and why. Stands within an element with the label's hue. */
export function ExampleText({ example }: { readonly example: LabelExample }) {
  const { text, marked, yes, why } = example;
  let at = 0;
  const pieces = marked.map(({ start, end }) => {
    const piece = { before: text.slice(at, start), words: text.slice(start, end), start };
    at = end;
    return piece;
  });
  const Sign = yes ? Check : XIcon;
  return (
    <div className="guide-example" data-yes={yes}>
      <Sign className="icon" aria-hidden="true" />
      <div>
        <p className="guide-example-words" dir="auto">
          <span className="visually-hidden">{yes ? 'Takes the label: ' : 'Does not take the label: '}</span>
          {pieces.map(({ before, words, start }) => (
            <span key={start}>
              {before}
              <mark className="guide-marked">{words}</mark>
            </span>
          ))}
          {text.slice(at)}
        </p>
        <p className="guide-why" dir="auto">
          {why}
        </p>
      </div>
    </div>
  );
}
