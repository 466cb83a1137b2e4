import { spacedBy } from '../spaced-width.js';
import type { ChartFont } from '../trend-input.js';

let context: CanvasRenderingContext2D | null | undefined;

/** Width in CSS pixels, measured on a canvas in a browser and by estimate elsewhere. */
export function measureText(text: string, { family, size }: ChartFont, bold: boolean): number {
  if (context === undefined) {
    context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  }
  if (!context) return text.length * size * (bold ? 0.6 : 0.55);
  context.font = `${bold ? '600 ' : ''}${size}px ${family}`;
  return context.measureText(text).width + spacedBy(text, family);
}
