import { type RefObject, useId, useRef } from 'react';
import { Avatar, SuggestionList, suggestionId, TextArea, type TextAreaProps } from '../ui/index.ts';
import { useNameChoice } from './use-name-choice.ts';
import type { Naming } from './use-naming.ts';

interface WritingFieldProps {
  readonly label: string;
  readonly value: string;
  write(text: string): void;
  send(): void;
  /** Escape was pressed. */
  leave(): void;
  readonly naming: Naming;
  readonly autoFocus?: boolean;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
}

/**
 * A field whose Enter sends and whose Shift+Enter begins a new line; where fingers type, Enter is a new line. An `@`
 * offers people to name; while they are offered, arrows, Enter, Tab and Escape are theirs.
 */
export function WritingField(props: WritingFieldProps) {
  const { label, value, write, send, leave, naming, autoFocus } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.field ?? own;
  const list = useId();
  const choice = useNameChoice(field, value, write, naming);
  const isOpen = choice.offered.length > 0;
  const takeKey: TextAreaProps['onKeyDown'] = (event) => {
    const fingers = matchMedia('(pointer: coarse)').matches;
    const sends = event.key === 'Enter' && !event.shiftKey && (!fingers || event.ctrlKey || event.metaKey);
    const composes = event.nativeEvent.isComposing;
    if (!composes && choice.takeKey(event)) return event.preventDefault();
    if (composes || (!sends && event.key !== 'Escape')) {
      // The page's own keys, such as the palette's, work from within a field as well.
      event.continuePropagation();
      return;
    }
    event.preventDefault();
    if (sends) send();
    else leave();
  };
  return (
    <div className="writing-field">
      <TextArea
        label={label}
        labelHidden
        rows={1}
        placeholder={`${label}…`}
        value={value}
        onChange={(text) => {
          write(text);
          choice.look();
        }}
        onSelect={choice.look}
        onBlur={choice.close}
        onKeyDown={takeKey}
        autoFocus={autoFocus ?? false}
        ref={field}
        aria-autocomplete="list"
        {...(isOpen && {
          'aria-controls': list,
          'aria-activedescendant': suggestionId(list, choice.active),
        })}
      />
      <SuggestionList
        id={list}
        label="People to name"
        items={choice.offered}
        active={choice.active}
        choose={choice.choose}
      >
        {(person) => (
          <>
            <Avatar person={person} size="small" decorative />
            <span>{person.name}</span>
          </>
        )}
      </SuggestionList>
    </div>
  );
}
