export function policy(options: {
  readonly connect: readonly string[];
  readonly form?: string;
  readonly trustedTypes?: readonly string[];
}): string;
