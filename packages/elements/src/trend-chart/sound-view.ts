import type { TrendLine } from '@peilglas/charts';
import { trendWordsFor } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { Melody } from './play-line.js';
import type { SoundController } from './sound-controller.js';
import type { TrendGrid } from './trend-grid.js';

/** One line of a chart to be heard, in the range of all of them; null when there is nothing to hear. */
export function melodyOf({ rows }: TrendGrid, line: number): Melody | null {
  const figures = rows.map((points) => points.map(({ observation }) => observation.value));
  const known = figures.flat().filter((value) => value !== null);
  const values = figures[line];
  return values && known.length > 0 ? { values, lowest: Math.min(...known), highest: Math.max(...known) } : null;
}

/**
 * A button that plays a line and stops it, and a list of lines where there are more. The button stays when it fails: it
 * has the focus, and a headset may be put in.
 */
export function soundView(
  lines: readonly TrendLine[],
  sound: SoundController,
  lang: string,
  press: () => void,
): TemplateResult {
  const words = trendWordsFor(lang);
  const list = html`<label
    ><span class="visually-hidden">${words.soundOf}</span>
    <select
      part="sound-line"
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) sound.choose(event.target.selectedIndex);
      }}
    >
      ${lines.map(({ label }, index) => html`<option .selected=${index === sound.line}>${label}</option>`)}
    </select></label
  >`;
  return html`<span class="sound"
    ><button type="button" part="sound-button" @click=${press}>
      ${sound.playing ? words.stopSound : words.playSound}
    </button>
    ${lines.length > 1 ? list : nothing}
    ${sound.failed ? html`<span class="muted" role="status">${words.noSound}</span>` : nothing}</span
  >`;
}
