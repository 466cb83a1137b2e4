import { isAsk, sizeType } from './size-message.js';

/** Tells the page around this one how high its content is, now and whenever it grows or shrinks. */
export function tellSize(content: HTMLElement): void {
  const { parent } = window;
  if (parent === window) return;
  const tell = (): void => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    // Whoever is around may know how high a frame of theirs should be.
    parent.postMessage({ type: sizeType, height }, '*');
  };
  new ResizeObserver(tell).observe(content);
  window.addEventListener('message', ({ source, data }) => {
    if (source === parent && isAsk(data)) tell();
  });
}
