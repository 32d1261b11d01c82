export { MembersPage } from './MembersPage.tsx';
export { ROLE_WORDS, wordsForRole } from './roles.ts';
