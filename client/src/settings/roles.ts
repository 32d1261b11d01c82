import type { Role } from '@assay/shared/model';

/** What a role is called, and the end of the sentence `A reviewer may …`. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  owner: { name: 'Owner', may: 'do everything, and run the team itself.' },
  moderator: { name: 'Moderator', may: 'lead the review: lock texts, withdraw marks, settle.' },
  editor: { name: 'Editor', may: 'import articles, edit their text, mark and discuss.' },
  reviewer: { name: 'Reviewer', may: 'mark passages and discuss them; the text stays as it is.' },
  commenter: { name: 'Commenter', may: 'read and discuss, without marks of one’s own.' },
  viewer: { name: 'Viewer', may: 'read.' },
};

const GUEST = { name: 'Guest', may: 'see the articles they were invited to.' };

/** The words for a role in the team, or for a guest, who has none. */
export function wordsForRole(role: Role | null): { readonly name: string; readonly may: string } {
  return role ? ROLE_WORDS[role] : GUEST;
}
