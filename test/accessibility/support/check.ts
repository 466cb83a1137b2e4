import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { Visit } from '../../e2e/support/browser.ts';
import type { Tag } from './elements.ts';
import type { Stage } from './stage.ts';

/** Where a check takes place: the page of one tag, which it may change as long as the next check sets what it needs. */
export interface Room {
  readonly stage: Stage;
  readonly tag: Tag;
  readonly page: Page;
  readonly visit: Visit;
}

/** One behaviour of elements, with the success criteria of WCAG 2.2 that it is evidence for. */
export interface Check {
  /** As the name of a test: `loses no text …`. */
  readonly proves: string;
  readonly criteria: readonly string[];
  /** For which elements; for all when absent. */
  readonly tags?: readonly Tag[];
  /** Rejects when the element does not behave so. */
  readonly run: (room: Room) => Promise<void>;
}

/** Fails with all that was found, at most twenty lines of it. */
export function nothing(found: readonly string[], when = ''): void {
  assert.deepEqual(found.slice(0, 20), [], when);
}

export const drawings: readonly Tag[] = [
  'kpi-tile',
  'trend-chart',
  'municipality-compare',
  'municipality-map',
  'share-chart',
  'population-pyramid',
];
export const charts: readonly Tag[] = drawings.slice(1);
