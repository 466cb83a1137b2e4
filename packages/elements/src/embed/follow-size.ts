import { parseSize } from './size-message.js';

/** Gives a frame the height that it tells, if it is ours: in this page, and still at the address that the page gave it. */
export function followSize({ source, origin, data }: MessageEvent): void {
  const height = parseSize(data);
  if (height === null) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source && isOurs(frame, origin)) frame.style.height = `${height}px`;
  }
}

function isOurs(frame: HTMLIFrameElement, origin: string): boolean {
  const address = new URL(frame.src, document.baseURI);
  if (!address.pathname.endsWith('/embed.html')) return false;
  const isNobody = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  return isNobody ? origin === 'null' : origin === address.origin;
}
