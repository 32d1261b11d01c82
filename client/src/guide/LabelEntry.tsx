import { type Attribute, type GuideLabel, inUse } from '@assay/shared/model';
import { Keys, LabelTag } from '../ui/index.ts';
import { ExampleText } from './ExampleText.tsx';

/** A label with all that one needs in order to use it: the question, the definition, examples, what marks say. */
export function LabelEntry({ label }: { readonly label: GuideLabel }) {
  const details = inUse(label.attributes).filter(({ about }) => about === 'mark');
  return (
    <article
      className="guide-label"
      id={`guide-${label.id}`}
      data-hue={label.hue}
      data-line={label.line}
      tabIndex={-1}
    >
      <h3 className="guide-label-head">
        <LabelTag label={label} /> {label.key && <Keys keys={label.key} />}
      </h3>
      <p className="guide-question" dir="auto">
        {label.question}
      </p>
      {label.definition && (
        <p className="guide-definition" dir="auto">
          {label.definition}
        </p>
      )}
      {label.examples.length > 0 && (
        <details className="guide-more">
          <summary>
            {label.examples.length === 1 ? 'One example' : `${label.examples.length} examples`}
          </summary>
          {label.examples.map((example) => (
            <ExampleText key={example.text + example.marked[0]?.start} example={example} />
          ))}
        </details>
      )}
      {details.length > 0 && (
        <details className="guide-more">
          <summary>
            {details.length === 1
              ? 'One detail that a mark can have'
              : `${details.length} details that a mark can have`}
          </summary>
          {details.map((attribute) => (
            <AttributeEntry key={attribute.id} attribute={attribute} />
          ))}
        </details>
      )}
    </article>
  );
}

export function AttributeEntry({ attribute }: { readonly attribute: Attribute }) {
  const choices = inUse(attribute.choices ?? []);
  return (
    <div className="guide-attribute">
      <p>
        <b>{attribute.name}</b> {attribute.question}
      </p>
      {choices.length > 0 && (
        <ul className="guide-choices">
          {choices.map(({ id, name, hint }) => (
            <li key={id}>
              {name}
              {hint && <span className="guide-why"> {hint}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
