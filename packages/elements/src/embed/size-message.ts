/** What a frame and the page around it say to each other. Nothing in it is secret. */
export const sizeType = 'peilglas-size';
export const askType = 'peilglas-ask';

/** CSS pixels; a yearbook is no frame's content. */
const greatest = 20_000;

/** The height that a message tells, or null when it is another message. */
export function parseSize(message: unknown): number | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, height } = message as { readonly type?: unknown; readonly height?: unknown };
  return type === sizeType && typeof height === 'number' && height > 0 && height <= greatest ? height : null;
}

export function isAsk(message: unknown): boolean {
  return typeof message === 'object' && message !== null && (message as { readonly type?: unknown }).type === askType;
}
