import type { ArticleId } from '@assay/shared/model';
import type { RoomName } from '@assay/shared/protocol';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** y-websocket's own provider, as anybody would use it, with a token on the upgrade. */
export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Resolves once the document is as asked for; looks whenever it changes. */
  until(holds: (doc: Y.Doc) => boolean): Promise<void>;
  destroy(): void;
}

export async function stockClient(
  server: { socketUrl(article: ArticleId): string },
  article: ArticleId,
  room: RoomName,
  token: string,
  doc = new Y.Doc(),
): Promise<StockClient> {
  class AuthorizedSocket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { authorization: `Bearer ${token}` } });
    }
  }
  const provider = new WebsocketProvider(server.socketUrl(article), room, doc, {
    WebSocketPolyfill: AuthorizedSocket as unknown as typeof globalThis.WebSocket, // the same interface, Node's types
    disableBc: true,
  });
  await new Promise<void>((resolve) => {
    if (provider.synced) resolve();
    provider.once('sync', () => resolve());
  });
  return {
    doc,
    provider,
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds(doc)) return;
          doc.off('update', look);
          resolve();
        };
        doc.on('update', look);
        look();
      }),
    destroy() {
      provider.destroy();
      doc.destroy();
    },
  };
}
