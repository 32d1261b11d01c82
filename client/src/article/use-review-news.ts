import { isSealed } from '@assay/shared/model';
import { useEffect } from 'react';
import { clip, count } from '../margin/index.ts';
import { announce } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { newsBetween } from './review-news.ts';

/** Several things that come within this time, in milliseconds, are told as one. */
const GATHER = 1_500;

/** Tells assistive technology, politely, what others mark and say while one is here. */
export function useReviewNews({ session }: Desk): void {
  useEffect(() => {
    let seen = session.review.get();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const now = session.review.get();
      // What a reveal brings is told of as a whole.
      const revealed = isSealed(seen.state.workflow) && !isSealed(now.state.workflow);
      const words =
        seen.ready && !revealed
          ? sayNews(newsBetween(seen.state, now.state, session.me.get()?.id ?? null), now)
          : '';
      seen = now;
      if (words) announce(words);
    };
    const stop = session.review.subscribe(() => {
      timer ??= setTimeout(tell, GATHER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
}

function sayNews(
  news: ReturnType<typeof newsBetween>,
  { people }: ReturnType<Desk['session']['review']['get']>,
): string {
  const parts: string[] = [];
  const [first] = news.comments;
  if (first && news.comments.length === 1)
    parts.push(`${people.get(first.creator)?.name ?? 'Somebody'} commented: ${clip(first.body, 120)}`);
  else if (first) parts.push(count(news.comments.length, 'new comment'));
  if (news.marks) parts.push(count(news.marks, 'new mark'));
  return parts.join('. ');
}
