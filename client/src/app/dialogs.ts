import { createStore } from '../store/index.ts';

/** Which of the dialogs that every page has is open. */
export const dialogs = createStore<'none' | 'palette' | 'keys' | 'sign-out'>('none');
