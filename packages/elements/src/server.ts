/** What a server needs besides the classes to run elements without a browser. */
// In memory beforehand: what an element fetches on demand is then there within the turn in which it asks.
import './kpi-tile/tile-more.js';

export { readTile } from './kpi-tile/read-tile.js';
export { CubeController } from './shared/cube-controller.js';
export { dataContext, DataContextConsumer, emptyContext } from './shared/data-context-value.js';
export type { Embedded, EmbeddedAnswer } from './adopt/embedded.js';
