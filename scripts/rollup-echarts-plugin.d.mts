import type { Plugin } from 'rollup';

export const leftOut: Readonly<Record<string, Readonly<Record<string, string>>>>;
export function withoutUnused(code: string, id: string): string | null;
export function echartsPlugin(): Plugin;
