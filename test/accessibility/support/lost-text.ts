/** Text that a reader cannot read: cut off, under other text, or beside the window. */
import type { Page } from 'puppeteer-core';

/** @returns what is lost, as `where: "text" why`; nothing when all can be read */
export function lostText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    interface Line {
      readonly text: string;
      readonly parent: Element;
      readonly rect: DOMRect;
    }
    const { seen, name } = window.peilglasReader;
    const upwards = (element: Element): Element | null => {
      if (element.assignedSlot) return element.assignedSlot;
      const root = element.getRootNode();
      return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const chain = (element: Element): readonly Element[] => {
      const above: Element[] = [];
      for (let each = upwards(element); each; each = upwards(each)) above.push(each);
      return [element, ...above];
    };
    const isForEyes = (element: Element): boolean =>
      !chain(element).some(
        (each) =>
          each.matches('.visually-hidden, option, select, .tooltip') ||
          getComputedStyle(each).clipPath === 'inset(50%)',
      );
    /** As much of it as boxes that scroll show now. */
    const inView = (line: Line): readonly Line[] => {
      let { left, right, top, bottom } = line.rect;
      for (const each of chain(line.parent)) {
        if (!/auto|scroll/.test(getComputedStyle(each).overflow)) continue;
        const box = each.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      const rect = new DOMRect(left, top, right - left, bottom - top);
      return right > left && bottom > top ? [{ ...line, rect }] : [];
    };
    const parents = seen().filter(isForEyes);
    const lines = parents.flatMap((parent): readonly Line[] =>
      [...parent.childNodes].flatMap((node) => {
        const text = node.textContent?.trim() ?? '';
        if (node.nodeType !== Node.TEXT_NODE || text === '') return [];
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((rect) => ({ text, parent, rect }));
      }),
    );
    const width = document.documentElement.clientWidth;
    const lost = lines.flatMap(({ text, parent, rect }) => {
      // The room after the last letter is empty.
      const gap = Number.parseFloat(getComputedStyle(parent).letterSpacing) || 0;
      let [left, right, top, bottom] = [rect.left, rect.right - gap, rect.top, rect.bottom];
      let scrolls = false;
      for (const each of chain(parent)) {
        const { overflowX, overflowY, display } = getComputedStyle(each);
        if (display === 'inline' || display === 'contents') continue;
        const box = each.getBoundingClientRect();
        // What scrolls can be brought into view.
        if (/auto|scroll/.test(overflowX + overflowY)) {
          scrolls = true;
          [left, right, top, bottom] = [box.left, box.right, box.top, box.bottom];
          continue;
        }
        const cutsX = overflowX !== 'visible' && (left < box.left - 1.5 || right > box.right + 1.5);
        // A line's box has room above and below its letters.
        const slack = (bottom - top) * 0.2;
        const cutsY = overflowY !== 'visible' && (top < box.top - slack || bottom > box.bottom + slack);
        if (cutsX || cutsY) return [`${name(parent)}: "${text}" is cut off by ${name(each)}`];
      }
      const outside = !scrolls && (left < -1 || right > width + 1);
      return outside ? [`${name(parent)}: "${text}" is beside the window`] : [];
    });
    // A menu lies over what is below it for as long as it is open.
    const onPage = lines.filter(({ parent }) => !chain(parent).some((each) => each.matches('.menu'))).flatMap(inView);
    const overlaps = onPage.flatMap((one, index) =>
      onPage.slice(index + 1).flatMap((other) => {
        if (one.parent === other.parent && one.text === other.text) return [];
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        const height = Math.min(one.rect.height, other.rect.height);
        if (across <= 2 || down <= height * 0.4) return [];
        return [`${name(one.parent)}: "${one.text}" and "${other.text}" lie over each other`];
      }),
    );
    return [...new Set([...lost, ...overlaps])];
  });
}

/** What must be scrolled sideways to be read, save tables, which WCAG lets scroll. */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { seen, name } = window.peilglasReader;
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} of ${clientWidth} pixels wide`] : [];
    const scrollers = seen().filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        /auto|scroll/.test(getComputedStyle(element).overflowX) &&
        !element.querySelector('table'),
    );
    return [...wide, ...scrollers.map((element) => `${name(element)} scrolls sideways`)];
  });
}
