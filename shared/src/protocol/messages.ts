/**
 * Every message on the socket, by its first varUint. 0 to 3 are y-websocket's own, spoken unchanged; 100 and up are
 * ours and are sent only to a client that asked for the subprotocol `assay.v1`.
 */
export const MessageType = {
  /** Both ways. y-protocols/sync: step 1 (state vector), step 2 (missing structs), update. */
  sync: 0,
  /** Both ways. y-protocols/awareness; the server stamps `user` and refuses foreign client ids. */
  awareness: 1,
  /** Server to client. y-protocols/auth: permission denied, with a reason; the connection stays open. */
  auth: 2,
  /** Client to server. Asks for everybody's awareness. */
  queryAwareness: 3,
  /** Server to client, first of all and whenever rights change: `Hello` as a JSON varString. */
  hello: 100,
  /**
   * Server to client: a varUint, how many of the sync update and step 2 messages received on this socket are on
   * disk (or were dropped with a reason). Cumulative, so a later one covers an earlier one.
   */
  saved: 101,
  /** Client to server: a command of the ledger as a JSON varString. On either room's socket. */
  command: 102,
  /** Server to client: a `Reply` as a JSON varString, once the event is on disk. */
  reply: 103,
} as const;

/** The WebSocket subprotocol by which a client asks for messages of type 100 and up. */
export const SUBPROTOCOL = 'assay.v1';

/** The version of the article schema this build reads and writes. A client states its own as `?schema=`. */
export const SCHEMA_VERSION = 1;

/**
 * The rooms of an article: its text; its review, which only the server writes; and what of the review is for the person
 * alone who asks for it, such as marks that are not revealed yet.
 */
export const ROOMS = ['text', 'review', 'private'] as const;
export type RoomName = (typeof ROOMS)[number];

/** Close codes. 4400 to 4499 are final: y-websocket stops reconnecting. */
export const CloseCode = {
  /** The message could not be read. */
  malformed: 4400,
  /** The session ended. */
  signedOut: 4401,
  /** The person may no longer see the article, or an update was refused for good. */
  forbidden: 4403,
  /** The article is not there. */
  notFound: 4404,
  /** A message above the size limit. */
  tooLarge: 4413,
  /** The page is older than the article's schema: reload. */
  outdated: 4426,
  /** The reader was too slow and must sync again. */
  tooSlow: 4513,
  /** The server is going away: retry. */
  goingAway: 1012,
  /** Something failed here: retry later. */
  unavailable: 1013,
} as const;
