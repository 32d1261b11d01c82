import { endSession, wordsOf } from '../api/index.ts';
import { notify } from '../ui/index.ts';

export function signOut(): void {
  endSession().catch((thrown: unknown) => notify({ tone: 'error', message: wordsOf(thrown) }));
}
