import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** The prefix of every API token, so that scanners of published code can find one that leaked. */
export const TOKEN_PREFIX = 'assay_';

/** 256 random bits in URL-safe base64. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is stored of a secret: its SHA-256 in hex. The secrets are random, so no salt and no slow hash is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
