import { type ReactNode, useEffect, useRef } from 'react';
import './Popover.css';
import './Menu.css';
import './SuggestionList.css';

interface SuggestionListProps<Item> {
  /** The list's id, for the field's `aria-controls`. */
  readonly id: string;
  /** Its name for assistive technology. */
  readonly label: string;
  /** What is offered; without any, nothing is shown. */
  readonly items: readonly Item[];
  /** The place of the item that the field's keys are at. */
  readonly active: number;
  choose(item: Item): void;
  children(item: Item): ReactNode;
}

/** The id of an item, for the field's `aria-activedescendant`. */
export function suggestionId(list: string, place: number): string {
  return `${list}-${place}`;
}

/**
 * Choices under a field that keeps the focus and the keys; a click or a tap chooses as well. Stands at the end of the
 * nearest positioned element, and comes into view as far as it has to.
 */
export function SuggestionList<Item extends { readonly id: string }>(props: SuggestionListProps<Item>) {
  const { id, label, items, active, choose, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const isOpen = items.length > 0;
  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <div ref={list} role="listbox" id={id} aria-label={label} className="popover menu suggestions">
      {items.map((item, place) => (
        // The field has the keys.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={item.id}
          role="option"
          id={suggestionId(id, place)}
          aria-selected={place === active}
          className="menu-item"
          // A press would take the focus out of the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(item)}
        >
          {children(item)}
        </div>
      ))}
    </div>
  );
}
