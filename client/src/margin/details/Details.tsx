import { inUse, labelIn } from '@assay/shared/model';
import { useStore } from '../../store/index.ts';
import { Button, Keys } from '../../ui/index.ts';
import type { Entry } from '../entry.ts';
import { useMargin } from '../use-margin.ts';
import { rightsOn } from '../wishes.ts';
import { openDetails } from './acts.ts';
import { DetailsForm } from './DetailsForm.tsx';
import { attributeIn, nameOfUnknown, offeredAttributes, wordsOfValue } from './values.ts';
import './details.css';

interface DetailsProps {
  readonly entry: Entry;
  readonly focused: boolean;
}

/** What a mark says about itself: in few words or, on its maker's card in focus, as a form. */
export function Details({ entry, focused }: DetailsProps) {
  const margin = useMargin();
  useStore(margin.session.rights);
  const guide = useStore(margin.session.guide);
  const detailing = useStore(margin.detailing, (id) => id === entry.id);
  const { annotation } = entry;
  if (!annotation) return null;
  const label = labelIn(inUse(guide.labels), annotation.label);
  const attributes = offeredAttributes(label);
  const may = focused && attributes.length > 0 && rightsOn(margin.session, entry).relabel;
  if (may && detailing) return <DetailsForm entry={entry} annotation={annotation} attributes={attributes} />;
  const filled = Object.keys(annotation.attributes).length > 0;
  return (
    <>
      {filled && <Values entry={entry} />}
      {may && (
        <Button
          tone="plain"
          size="small"
          className="details-open"
          onPress={() => openDetails(margin, entry.id)}
        >
          {filled ? 'Change details' : 'Add details'} <Keys keys="d" />
        </Button>
      )}
    </>
  );
}

function Values({ entry }: { readonly entry: Entry }) {
  const { labels } = useStore(useMargin().session.guide);
  const { label, attributes } = entry.annotation!;
  const known = labelIn(labels, label);
  return (
    <dl className="card-attributes">
      {Object.entries(attributes).map(([id, value]) => {
        const attribute = attributeIn(known, id);
        return (
          <div key={id}>
            <dt>{attribute?.name ?? nameOfUnknown(id)}</dt>
            <dd dir="auto">{wordsOfValue(attribute, value)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
