import CircleHelp from 'lucide-react/icons/circle-question-mark';
import { useRef, useState } from 'react';
import { IconButton, Popover } from '../ui/index.ts';
import { EXPLANATIONS, type ExplanationName } from './explanations.ts';

/** Says on demand what a figure means and how it is made. */
export function Explain({ what }: { readonly what: ExplanationName }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { title, meaning, method } = EXPLANATIONS[what];
  return (
    <>
      <IconButton
        ref={button}
        size="small"
        className="explain"
        label={`What is “${title}”?`}
        icon={<CircleHelp className="icon" aria-hidden="true" />}
        onPress={() => setOpen(true)}
      />
      <Popover label={title} isOpen={isOpen} onOpenChange={setOpen} triggerRef={button}>
        <div className="explanation">
          <p className="explanation-title">{title}</p>
          <p>{meaning}</p>
          <p className="explanation-method">{method}</p>
        </div>
      </Popover>
    </>
  );
}
