import type { Workflow } from '@assay/shared/model';
import { useEffect, useRef, useState } from 'react';
import { useStore } from '../store/index.ts';
import { announce, Button, Notice, RelativeTime } from '../ui/index.ts';
import { lookWords, revealedWords } from './reveal-words.ts';
import { seenReveals } from './seen-reveals.ts';
import { useFlow, useNames, useReview } from './use-flow.ts';

type Revealed = NonNullable<Workflow['revealed']>;

/** Tells everybody once, in the flow of the page and without taking the keyboard, that all marks are in view now. */
export function RevealNotice({ revealed }: { readonly revealed: Revealed }) {
  const { session } = useFlow();
  const me = useStore(session.me)?.id ?? null;
  const [seen] = useState(() => me && seenReveals(storageOrNull(), me, session.article));
  const [closed, setClosed] = useState(() => seen?.has(revealed.at) ?? false);
  const state = useReview((review) => review);
  const names = useNames([revealed.by]);
  const title = revealedWords(revealed, me, names);
  const look = lookWords(state);
  useToldOnce(closed ? null : `${title}. ${look}`);
  if (closed) return null;
  const close = () => {
    seen?.add(revealed.at);
    setClosed(true);
  };
  return (
    <Notice
      tone="success"
      title={title}
      actions={
        <Button size="small" onPress={close}>
          Understood
        </Button>
      }
    >
      <p>{look}</p>
      <p className="notice-aside">
        Revealed <RelativeTime at={revealed.at} />. Marks made since are called late.
      </p>
    </Notice>
  );
}

/** By voice too, the first time that there is something to tell. */
function useToldOnce(words: string | null): void {
  const told = useRef(false);
  useEffect(() => {
    if (words === null || told.current) return;
    told.current = true;
    announce(words);
  }, [words]);
}

/** Reading the property alone throws where storage is forbidden. */
function storageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
