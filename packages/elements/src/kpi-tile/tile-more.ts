import { SelectionError, type Cube, type Indicator, type SliceSelection } from '@peilglas/model';
import { compareWordsFor, describeTarget, formatObservation, wordsFor } from '@peilglas/text';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { expanding } from '../municipality-compare/expand-groups.js';
import { parsePeers, peersIn, type PeerGroup } from '../municipality-compare/peer-groups.js';
import { CubeController, sameQuestion, type Question } from '../shared/cube-controller.js';
import { parseTarget } from '../shared/parse-levels.js';
import { selectCells, type Wanted } from '../shared/select-cells.js';
import { averagesOf, type PeerAverage } from './read-averages.js';
import type { Tile } from './read-tile.js';

/** What a tile is asked besides its figure. */
interface TileHost extends ReactiveElement {
  readonly target: string | null;
  readonly peers: string | null;
  readonly weight: string | null;
}

/**
 * What a tile with a target or with peers shows besides. The figures of peers are a question of their own, so that a tile
 * does not wait for them, nor fails with them.
 */
export class TileMore {
  readonly #host: TileHost;
  readonly #figures: CubeController;
  #question: Question | null = null;
  #groups: readonly PeerGroup[] = [];

  constructor(host: TileHost) {
    this.#host = host;
    this.#figures = new CubeController(
      host,
      () => this.#question,
      () => 'ready',
    );
  }

  /** @param question what the tile itself asks */
  view(tile: Tile, question: Question | null, wanted: Wanted): unknown {
    const { target, peers } = this.#host;
    const lang = question?.lang ?? 'nl';
    const isAsked = this.#ask(peers && question ? this.#questionOf(peers, question, wanted, tile) : null);
    const aim = parseTarget(target);
    const { observation } = tile.point;
    return html`${
      aim
        ? html`<p class="comparison" part="target">${describeTarget(aim, observation, tile.indicator, lang)}</p>`
        : nothing
    }
    ${peers ? this.#peersView(tile, isAsked, lang) : nothing}`;
  }

  /** Asked in the host's next update: this one is under way. False until then, when all there is answers another question. */
  #ask(question: Question | null): boolean {
    if (sameQuestion(this.#question, question)) return true;
    this.#question = question;
    queueMicrotask(() => {
      this.#host.requestUpdate();
    });
    return false;
  }

  #questionOf(peers: string, question: Question, wanted: Wanted, { point, indicator }: Tile): Question {
    const weight = this.#weightOf(indicator);
    const asked: Wanted = {
      ...wanted,
      indicators: [indicator.code, ...(weight ? [weight] : [])],
      compareWith: [],
      period: { kind: 'codes', codes: [point.code] },
    };
    let known = parsePeers(peers);
    return {
      ...question,
      identity: JSON.stringify([question.identity, peers, asked]),
      ...expanding(question, known, (groups) => {
        known = groups;
      }),
      select: (metadata) => this.#select(metadata, known, asked),
    };
  }

  /** What the page says goes before what the table says. */
  #weightOf({ weight }: Indicator): string | null {
    return this.#host.weight ?? weight;
  }

  /** @throws SelectionError when the table has none of the peers */
  #select(metadata: Cube, peers: readonly PeerGroup[], asked: Wanted): SliceSelection {
    const geo = metadata.dimensionFor('geo');
    const groups = peers.flatMap((group) => (geo ? peersIn(geo, [group]) : []));
    const meant = peers.flatMap(({ codes }) => codes);
    if (!geo || !meant.some((code) => geo.has(code) || geo.childrenOf(code).length > 0)) {
      throw new SelectionError(geo?.id ?? 'region', meant[0] ?? null, 'No peers in this table');
    }
    this.#groups = groups;
    return selectCells(metadata, { ...asked, regions: groups.flatMap(({ codes }) => codes) });
  }

  #peersView(tile: Tile, isAsked: boolean, lang: string): unknown {
    const { cube, state } = this.#figures;
    const words = compareWordsFor(lang);
    if (state === 'loading' || state === 'idle' || !isAsked) return html`<p class="comparison"> </p>`;
    if (!cube) {
      const { empty, failures } = wordsFor(lang);
      const why = state === 'empty' ? empty(this.#host.peers ?? '') : failures.generic;
      return html`<p class="comparison" part="peers">${why}</p>`;
    }
    const { averages, weight, kind } = averagesOf(
      cube,
      this.#groups,
      tile.indicator.code,
      this.#weightOf(tile.indicator),
    );
    const how = weight ? words.averageWeighted(weight.label) : words.averageEqual[kind];
    const some = averages.some(({ average }) => average !== null && average !== 'withheld');
    return html`<p class="comparison" part="peers">${averages.map((each) => this.#averageView(each, tile, lang))}</p>
      ${some ? html`<p class="comparison">${how}</p>` : nothing}`;
  }

  #averageView({ name, average, kind, size }: PeerAverage, { indicator }: Tile, lang: string): TemplateResult {
    const words = compareWordsFor(lang);
    const who = name ?? words.counted(size, kind);
    if (average === 'withheld') return html`<span>${who}: ${words.averageWithheld}</span>`;
    if (!average) return html`<span>${who}: ${wordsFor(lang).reasons['not-available']}</span>`;
    const { value, used, missing } = average;
    const { text } = formatObservation({ value, status: 'A', reason: null }, indicator, lang);
    const of = missing > 0 ? ` (${words.averageOf(used, used + missing)})` : '';
    return html`<span>${who}: ${words.average(text)}${of}</span>`;
  }
}
