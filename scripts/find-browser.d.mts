/** Path of a browser that speaks the DevTools protocol; undefined when there is none. */
export function findBrowser(): string | undefined;

/** Flags for a quiet headless browser. */
export const browserFlags: string[];
