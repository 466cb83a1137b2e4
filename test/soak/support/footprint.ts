/** What a page holds in memory, as the browser itself counts it once its garbage is collected. */
import type { CDPSession, Page } from 'puppeteer-core';

export interface Footprint {
  /** Bytes of objects of scripts. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Elements of ours that are still held by something, in the page or out of it. */
  readonly elements: number;
  /** Drawings of ECharts that are not disposed, or held all the same. */
  readonly charts: number;
  /** Observers of changes, of sizes and of what comes into view. */
  readonly observers: number;
}

/** Classes have a prototype each, which is among the objects and no element. */
const ours = "return this.filter((each) => !Object.hasOwn(each, 'constructor') && each.localName.includes('-')).length";
const drawings = "return this.filter((each) => Object.hasOwn(each, '_chartsViews')).length";

/** Measures one page; the browser is asked on a line of its own. */
export async function footprintsOf(page: Page): Promise<() => Promise<Footprint>> {
  const line = await page.createCDPSession();
  await line.send('Performance.enable');
  return async () => {
    // What a collection sets free may hold more that the next one finds.
    for (let round = 0; round < 3; round++) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await line.send('HeapProfiler.collectGarbage');
    }
    const { metrics } = await line.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    const counted = {
      heap: metric('JSHeapUsedSize'),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    };
    return {
      ...counted,
      elements: await count(line, 'HTMLElement', ours),
      charts: await count(line, 'Object', drawings),
      observers:
        (await count(line, 'MutationObserver')) +
        (await count(line, 'ResizeObserver')) +
        (await count(line, 'IntersectionObserver')),
    };
  };
}

/** How many objects of a class there are in the whole heap. @param of body of a function that counts them in its own way */
async function count(line: CDPSession, name: string, of = 'return this.length'): Promise<number> {
  const objectGroup = 'footprint';
  const prototype = await line.send('Runtime.evaluate', { expression: `${name}.prototype`, objectGroup });
  const { objects } = await line.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId ?? '',
    objectGroup,
  });
  const { result } = await line.send('Runtime.callFunctionOn', {
    functionDeclaration: `function () { ${of} }`,
    ...(objects.objectId !== undefined && { objectId: objects.objectId }),
    returnByValue: true,
  });
  await line.send('Runtime.releaseObjectGroup', { objectGroup });
  if (typeof result.value !== 'number') throw new Error(`${name}: ${result.description ?? 'not counted'}`);
  return result.value;
}
