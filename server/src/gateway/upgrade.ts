import type { IncomingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ArticleId, isId } from '@assay/shared/model';
import { CloseCode, ROOMS, type RoomName, SUBPROTOCOL } from '@assay/shared/protocol';
import type { AddressHeaders } from '../auth/index.ts';

/** What a socket asks for. */
export interface Wish {
  readonly article: ArticleId;
  readonly document: RoomName;
  /** The schema version that the page states; null for a program that states none. */
  readonly schema: number | null;
}

/** A door that is not opened: what a client is told before, or (with a code) after the handshake. */
export interface Closed {
  readonly status: number;
  readonly code?: number;
  readonly reason: string;
}

/** The article and document that an address names; null when it names none. */
export function readWish(url: string): Wish | null {
  const { pathname, searchParams } = new URL(url, 'http://assay.invalid');
  const [, article, document] = /^\/sync\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  const room = ROOMS.find((name) => name === document);
  if (!isId(article) || !room) return null;
  const schema = searchParams.get('schema');
  return {
    article: article as ArticleId,
    document: room,
    schema: schema === null ? null : Number(schema) || 0,
  };
}

/** A client that goes by close codes learns there why it was not let in; any other, by the status of its request. */
export function mayBeTold(headers: IncomingHttpHeaders, code: number): boolean {
  return code !== CloseCode.signedOut || speaksAssay(headers);
}

/** Whether the client asks for messages of type 100 and up. */
export function speaksAssay(headers: IncomingHttpHeaders): boolean {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',');
  return offered.some((protocol) => protocol.trim() === SUBPROTOCOL);
}

export function addressHeaders(headers: IncomingHttpHeaders): AddressHeaders {
  return { host: headers.host, origin: headers.origin, 'sec-fetch-site': headers['sec-fetch-site'] };
}

/** Answers instead of a handshake. */
export function refuse(socket: Duplex, { status, reason }: Closed): void {
  const head = [
    `HTTP/1.1 ${status} ${STATUS[status] ?? 'Refused'}`,
    'Connection: close',
    'Content-Type: text/plain',
  ];
  socket.end(`${[...head, `Content-Length: ${Buffer.byteLength(reason)}`].join('\r\n')}\r\n\r\n${reason}`);
}

const STATUS: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  426: 'Upgrade Required',
  503: 'Service Unavailable',
};
