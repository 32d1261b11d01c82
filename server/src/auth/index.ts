export type { AccountStore, ArticleRole, NewInvite, NewPerson } from './account-store.ts';
export {
  Accounts,
  type Identity,
  INVITE_DEFAULTS,
  type InviteView,
  type RightsListener,
  UnusableName,
} from './accounts.ts';
export { Addresses, type AddressHeaders, type AddressOptions, isLoopback } from './addresses.ts';
export type { Clock } from './clock.ts';
export { type CredentialHeaders, SESSION_COOKIE } from './credentials.ts';
export { cleanName, NAME_LIMIT } from './names.ts';
export { ensureOperatorToken, OPERATOR_TOKEN_FILE, readOperatorToken } from './operator-token.ts';
export type { Account, ApiToken, Invite, PersonKind, Session } from './records.ts';
export { ACCOUNT_TABLES } from './schema.ts';
export { SqliteAccountStore } from './sqlite-account-store.ts';
