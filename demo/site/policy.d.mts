export function policy(options: {
  readonly connect: readonly string[];
  readonly form?: string;
  readonly trustedTypes?: readonly string[];
  readonly frames?: string;
  readonly styles?: readonly string[];
  readonly around?: string;
}): string;
