import type { Plugin } from 'rollup';

export function withoutInnerHtml(code: string, id: string): string | null;
export function zrenderPlugin(): Plugin;
