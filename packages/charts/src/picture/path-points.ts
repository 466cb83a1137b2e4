import type { PictureNode } from './picture-node.js';

/** Whether a shape keeps its size wherever it stands: a text, or a mark on a point. */
export function isRigid({ tag, attributes }: PictureNode): boolean {
  return tag === 'text' || attributes.transform !== undefined;
}

/** Where a rigid shape stands. */
export function anchorOf({ attributes }: PictureNode): readonly [number, number] {
  const numbers = numbersIn(String(attributes.transform ?? ''));
  const [x = 0, y = 0] = numbers.slice(-2);
  return attributes.transform === undefined ? [Number(attributes.x ?? 0), Number(attributes.y ?? 0)] : [x, y];
}

/** The corners of a path of straight lines; those of other paths are not asked for. */
export function cornersOf({ attributes }: PictureNode): readonly (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...String(attributes.d ?? '').matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)].flatMap(([, command = '', rest = '']) => {
    const numbers = numbersIn(rest);
    const isRelative = command === command.toLowerCase();
    const points: (readonly [number, number])[] = [];
    if (!/^[ml]$/i.test(command)) return points;
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const [toX = 0, toY = 0] = numbers.slice(at, at + 2);
      [x, y] = isRelative ? [x + toX, y + toY] : [toX, toY];
      points.push([x, y]);
    }
    return points;
  });
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(([number]) => Number(number));
}
