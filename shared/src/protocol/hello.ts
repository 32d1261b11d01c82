import type { Person, Role } from '@assay/shared/model';

/** What the server says of the connection. Sent again whenever a right changes. */
export interface Hello {
  readonly protocol: 1;
  readonly schema: number;
  /** Changes when the server's data was restored from a backup. */
  readonly epoch: string;
  readonly person: Person;
  readonly role: Role;
  /** Whether document updates on the text room are accepted from this connection (role and lock). */
  readonly mayEditText: boolean;
}

/** The answer to a command: the ledger's event ids, or why it was refused. `command` is the command's own id. */
export type Reply =
  | {
      readonly command: string;
      readonly ok: true;
      readonly events: readonly { id: string; seq: number; type: string }[];
    }
  | {
      readonly command: string;
      readonly ok: false;
      readonly refusal: { readonly code: string; readonly message: string };
    };
