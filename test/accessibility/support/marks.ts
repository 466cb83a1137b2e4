import type { Page } from 'puppeteer-core';
import type { Box } from './reader.ts';
import type { Spot } from './pixels.ts';

/** Something that must stand out: spots along its outline, or the box of a text; in CSS pixels of the page. */
export interface Mark {
  readonly name: string;
  readonly spots: readonly Spot[];
  readonly box: Box;
  /** How far from the spots its edge may be: half the width of a stroke; CSS pixels. */
  readonly reach: number;
  readonly kind: 'graphic' | 'control' | 'text';
}

/**
 * Lines, bars, areas and signs of drawings, texts in them, and edges of controls. What only guides the eye – grid lines, a
 * band around a line, what stands for figures that are on their way – is no mark.
 */
export function marks(page: Page): Promise<readonly Mark[]> {
  return page.evaluate(() => {
    const { seen, name, box } = window.peilglasReader;
    const guides = /guide|hairline|skeleton|band|none|transparent/;
    const colours = (shape: Element): readonly string[] =>
      ['fill', 'stroke'].map((property) => shape.getAttribute(property) ?? '').filter((colour) => !guides.test(colour));
    const isDrawn = (shape: Element): boolean => {
      const { fill, stroke, strokeWidth, opacity } = getComputedStyle(shape);
      const own = shape.hasAttribute('fill') || shape.hasAttribute('stroke');
      if (own && colours(shape).filter(Boolean).length === 0) return false;
      const shows = (colour: string): boolean => !/none|rgba\(0, 0, 0, 0\)/.test(colour);
      return Number(opacity) > 0 && (shows(fill) || (shows(stroke) && Number.parseFloat(strokeWidth) > 0));
    };
    const outline = (shape: SVGGeometryElement): readonly Spot[] => {
      const matrix = shape.getScreenCTM();
      const length = shape.getTotalLength();
      if (!matrix || length < 6) return [];
      return Array.from({ length: 24 }, (_, step) => {
        const { x, y } = shape.getPointAtLength((length * (step + 0.5)) / 24).matrixTransform(matrix);
        return { x: x + scrollX, y: y + scrollY };
      });
    };
    const edge = (control: Element): readonly Spot[] => {
      const { left, top, right, bottom } = box(control);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return [
        { x, y: top },
        { x, y: bottom },
        { x: left, y },
        { x: right, y },
      ];
    };
    interface Spot {
      readonly x: number;
      readonly y: number;
    }
    const isInView = (element: Element): boolean => {
      const [own, frame] = [element, element.closest('.scroller')].map((each) => each?.getBoundingClientRect());
      return !own || !frame || (own.left >= frame.left && own.right <= frame.right && own.bottom <= frame.bottom);
    };
    return seen()
      .filter(isInView)
      .flatMap((element): Mark[] => {
        const common = { name: name(element), box: box(element), reach: 0 };
        if (element instanceof SVGTextElement) return [{ ...common, spots: [], kind: 'text' }];
        if (
          element instanceof SVGGeometryElement &&
          !element.closest('clipPath, defs, mask, symbol') &&
          isDrawn(element)
        ) {
          const spots = outline(element);
          const paint = `${element.getAttribute('fill') ?? ''}/${element.getAttribute('stroke') ?? ''}`;
          const { stroke, strokeWidth } = getComputedStyle(element);
          const reach = stroke === 'none' ? 0 : Number.parseFloat(strokeWidth) / 2;
          return spots.length > 0
            ? [{ ...common, name: `${common.name} ${paint}`, spots, reach, kind: 'graphic' }]
            : [];
        }
        const isControl = element.matches('button, select, summary, input') && !element.matches(':disabled');
        const hasEdge = Number.parseFloat(getComputedStyle(element).borderTopWidth) > 0;
        const isClear = getComputedStyle(element).borderTopColor === 'rgba(0, 0, 0, 0)';
        return isControl && hasEdge && !isClear ? [{ ...common, spots: edge(element), kind: 'control' }] : [];
      });
  });
}
