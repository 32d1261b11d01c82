/**
 * The few globals that every browser and Node >= 20 have and that the shared code uses. The shared
 * workspace is type-checked against these alone, so that no DOM or Node API can slip in.
 */
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T };

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly href: string;
  readonly host: string;
  readonly pathname: string;
}

declare function btoa(data: string): string;
declare function atob(data: string): string;
