import { type CSSProperties, useRef } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import {
  chooserOrder,
  clip,
  type Entry,
  GroupRivals,
  GroupState,
  useLooks,
  usePeople,
  useWords,
} from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { LabelTag, Popover } from '../ui/index.ts';
import { type Choice, type Desk, openEntry } from './desk.ts';
import './MarkChooser.css';

/** Asks which one is meant where several marks lie on the words clicked: innermost first. */
export function MarkChooser({ desk }: { readonly desk: Desk }) {
  const choice = useStore(desk.choice);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => {
    desk.choice.set(null);
    desk.margin.editor.get()?.focus();
  };
  return (
    <>
      {choice && <span ref={anchor} className="chooser-anchor" style={boxOf(choice.at)} />}
      <Popover
        label="Marks on these words"
        isOpen={choice !== null}
        onOpenChange={close}
        triggerRef={anchor}
        placement="bottom start"
        className="chooser"
      >
        {choice && <Choices desk={desk} choice={choice} close={close} />}
      </Popover>
    </>
  );
}

function boxOf({ left, top, width, height }: DOMRect): CSSProperties {
  return { left, top, width, height };
}

interface ChoicesProps {
  readonly desk: Desk;
  readonly choice: Choice;
  close(): void;
}

function Choices({ desk, choice, close }: ChoicesProps) {
  const { margin } = desk;
  useStore(margin.placements, ({ order }) => order);
  useStore(margin.entries);
  const inOrder = chooserOrder(choice.ids, margin.placements.get()).flatMap((id) => margin.entry(id) ?? []);
  const byKey = useRef(choice.byKey);
  const choose = (id: string) => {
    close();
    // After the popover has given the keyboard back to the text.
    requestAnimationFrame(() => openEntry(desk, id, { byKey: byKey.current }));
  };
  const takeKey = () => {
    byKey.current = true;
  };
  return (
    <div onKeyDownCapture={takeKey}>
      <Menu className="menu" aria-label="Marks on these words" autoFocus="first">
        {inOrder.map((entry) => (
          <ChoiceItem key={entry.id} entry={entry} choose={() => choose(entry.id)} hover={margin.hover} />
        ))}
      </Menu>
    </div>
  );
}

interface ChoiceItemProps {
  readonly entry: Entry;
  choose(): void;
  hover(ids: readonly string[]): void;
}

function ChoiceItem({ entry, choose, hover }: ChoiceItemProps) {
  const person = usePeople()(entry.creator);
  const words = useWords(entry);
  const look = useLooks()(entry);
  return (
    <MenuItem
      id={entry.id}
      textValue={`${look.name} ${person.name}`}
      className="menu-item chooser-item"
      onAction={choose}
      onHoverStart={() => hover([entry.id])}
      onFocus={() => hover([entry.id])}
      onBlur={() => hover([])}
    >
      <span className="chooser-head">
        <LabelTag label={look} /> {entry.group ? <GroupState facts={entry.group} /> : person.name}
      </span>
      <span className="chooser-words" dir="auto">
        {clip(words, 90)}
      </span>
      {entry.group && <GroupRivals facts={entry.group} />}
    </MenuItem>
  );
}
