/** What y-websocket hands to a socket's `send`. */
type Sent = Parameters<WebSocket['send']>[0];

/** Decides on a frame before it is sent, and is told after. */
export interface FrameGuard {
  /** False drops the frame. */
  admits(frame: Uint8Array): boolean;
  sent(frame: Uint8Array): void;
}

/** A WebSocket class that asks the guard about every binary frame. y-websocket takes it as its `WebSocketPolyfill`. */
export function guardedSocket(Base: typeof WebSocket, guard: FrameGuard): typeof WebSocket {
  return class GuardedSocket extends Base {
    override send(data: Sent): void {
      const frame = data instanceof Uint8Array ? data : null;
      if (frame && !guard.admits(frame)) return;
      super.send(data);
      if (frame) guard.sent(frame);
    }
  };
}
