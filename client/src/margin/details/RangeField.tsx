import { type AnchoredRange, isTarget } from '@assay/shared/model';
import TextCursor from 'lucide-react/icons/text-cursor';
import XIcon from 'lucide-react/icons/x';
import { Button, notify } from '../../ui/index.ts';
import { useMargin } from '../use-margin.ts';
import { clip } from '../words.ts';
import { pickWords } from './acts.ts';
import { type DetailFieldProps, FieldHead } from './FieldHead.tsx';

/** A place in the article: its words are picked there, shown as a quote, and gone to by it. */
export function RangeField({ annotation, attribute, say }: DetailFieldProps) {
  const margin = useMargin();
  const value = annotation.attributes[attribute.id];
  const ranges = value !== undefined && isTarget(value) ? value.ranges : [];
  const show = (range: AnchoredRange) => {
    margin.sheetOpen.set(false);
    if (!margin.editor.get()?.selectWords(range))
      notify({ tone: 'info', message: 'These words are no longer in the article. Pick others.' });
  };
  const without = (gone: AnchoredRange) => {
    const left = ranges.filter((range) => range !== gone).map(({ start, end }) => ({ start, end }));
    say(left.length === 0 ? null : { ranges: left });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a line
    <div role="group" aria-label={attribute.name} className="field">
      <span className="field-label">
        <FieldHead attribute={attribute} />
      </span>
      {ranges.length > 0 && (
        <ul className="detail-values">
          {ranges.map((range) => (
            <li key={range.start + range.end} className="detail-value">
              <button
                type="button"
                data-aside
                className="detail-quote"
                dir="auto"
                onClick={() => show(range)}
              >
                “{clip(range.quote.exact, 80)}”
              </button>
              <button
                type="button"
                className="detail-remove"
                data-aside
                aria-label={`Remove “${clip(range.quote.exact, 40)}”`}
                onClick={() => without(range)}
              >
                <XIcon className="icon" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <span>
        <Button
          size="small"
          icon={<TextCursor className="icon" aria-hidden="true" />}
          onPress={() => pickWords(margin, annotation.id, attribute)}
        >
          {ranges.length === 0 ? 'Pick words' : attribute.many ? 'Pick more words' : 'Pick other words'}
        </Button>
      </span>
    </div>
  );
}
