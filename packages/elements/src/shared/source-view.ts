import type { Cube, Indicator, Point } from '@peilglas/model';
import { describeStatus, formatReference } from '@peilglas/text';
import { html, type TemplateResult } from 'lit';
import type { LanguageController } from './language-controller.js';

/** The figure a source line is about. */
export interface SourcedFigure {
  /** Region label; empty where the frame says it elsewhere. */
  readonly region: string;
  readonly indicator: Indicator;
  readonly point: Point;
}

/** Region, reference date or period, status where the figure is not final, and source. */
export function sourceView(
  { region, indicator, point }: SourcedFigure,
  cube: Cube,
  language: LanguageController,
): TemplateResult {
  const lang = language.lang();
  // Why there is no figure stands where the figure would be.
  const status = point.observation.value === null ? null : describeStatus(point.observation, lang);
  const what = [region, formatReference(point, indicator, lang), status];
  const source = cube.source === null ? '' : language.words.sourceLine(cube.source);
  const line = [what.filter(Boolean).join(', '), source].filter(Boolean).join(' · ');
  return html`<p class="source" part="source" translate="no">${line}</p>`;
}
