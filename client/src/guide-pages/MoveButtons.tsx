import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useEffect, useRef } from 'react';
import { announce, IconButton } from '../ui/index.ts';

interface MoveButtonsProps {
  readonly name: string;
  /** Puts it one place up or down; null where it stands at that end. */
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
}

/** Two buttons that move something in its list; the keyboard stays on the one that was pressed while it can be. */
export function MoveButtons({ name, up, down }: MoveButtonsProps) {
  const place = useRef<HTMLSpanElement>(null);
  const pressed = useRef<0 | 1 | null>(null);
  useEffect(() => {
    if (pressed.current === null) return;
    const buttons = [...(place.current?.querySelectorAll('button') ?? [])];
    const wanted = buttons[pressed.current];
    (wanted?.disabled ? buttons[1 - pressed.current] : wanted)?.focus();
    pressed.current = null;
  });
  const move = (way: 0 | 1, run: (() => void) | null) => {
    if (!run) return;
    pressed.current = way;
    run();
    announce(`“${name}” moved ${way === 0 ? 'up' : 'down'}`);
  };
  return (
    <span ref={place} className="move-buttons">
      <IconButton
        label={`Move “${name}” up`}
        size="small"
        isDisabled={!up}
        icon={<ArrowUp className="icon" aria-hidden="true" />}
        onPress={() => move(0, up)}
      />
      <IconButton
        label={`Move “${name}” down`}
        size="small"
        isDisabled={!down}
        icon={<ArrowDown className="icon" aria-hidden="true" />}
        onPress={() => move(1, down)}
      />
    </span>
  );
}
