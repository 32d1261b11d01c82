import CircleAlert from 'lucide-react/icons/circle-alert';
import Cloud from 'lucide-react/icons/cloud';
import CloudCheck from 'lucide-react/icons/cloud-check';
import CloudOff from 'lucide-react/icons/cloud-off';
import { useEffect, useRef, useState } from 'react';
import type { ArticleSession } from '../session/index.ts';
import { useStore } from '../store/index.ts';
import { Button, Popover } from '../ui/index.ts';
import { describeSaving, type SavingWords } from './saving-words.ts';
import './SavingIndicator.css';

const ICONS = { saved: CloudCheck, saving: Cloud, offline: CloudOff, refused: CircleAlert } as const;

/** Whether the work is on the server. Always in view; pressed, it says more. */
export function SavingIndicator({ session }: { readonly session: ArticleSession }) {
  const said = describeSaving(useStore(session.saving), useStore(session.connection));
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const Icon = ICONS[said.state];
  return (
    <>
      <Button
        ref={button}
        tone="plain"
        size="small"
        className="saving"
        data-state={said.state}
        icon={<Icon className="icon" aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        <span className="saving-words">{said.words}</span>
      </Button>
      <Popover label="Is my work saved?" isOpen={open} onOpenChange={setOpen} triggerRef={button}>
        <p className="saving-detail">{said.detail}</p>
      </Popover>
      <Spoken said={said} />
    </>
  );
}

/** Reads out what a person must know: trouble, its end, and how much waits; not every keystroke's way to the disk. */
function Spoken({ said }: { readonly said: SavingWords }) {
  const [words, setWords] = useState('');
  const troubled = useRef(false);
  useEffect(() => {
    if (said.state === 'offline' || said.state === 'refused') {
      troubled.current = true;
      setWords(`${said.words}. ${said.detail}`);
    } else if (said.state === 'saved' && troubled.current) {
      troubled.current = false;
      setWords('Saved');
    }
  }, [said.state, said.words, said.detail]);
  return (
    <span className="visually-hidden" role="status">
      {words}
    </span>
  );
}
