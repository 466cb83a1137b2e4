import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, of characters that a cookie and an address may hold. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** By which a secret is known here: who reads the memory or store of the endpoint cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
