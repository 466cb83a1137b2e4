export function policy(options: { readonly connect: readonly string[]; readonly form?: string }): string;
