/** What a server needs besides the classes to run elements without a browser. */
// In memory beforehand: what an element fetches on demand is then there within the turn in which it asks.
import '@peilglas/client/shapes';
import { chartsCode } from './chart/drawing-controller.js';
import './kpi-tile/tile-more.js';
import { mapCode } from './municipality-map/municipality-map.js';

await Promise.all([chartsCode.load(), mapCode.load()]);

export type { Embedded, EmbeddedAnswer } from './adopt/embedded.js';
export { fingerprintOf } from './adopt/fingerprint.js';
export { pictureStyles } from './adopt/picture.styles.js';
export { ChartElement, type Reading } from './chart/chart-element.js';
export type { DrawingModule } from './chart/drawing-controller.js';
export type { Grid } from './data-table/read-grid.js';
export type { Stretch } from './data-table/row-window.js';
export { SlicedWork } from './data-table/sliced-work.js';
export { ShapesController } from './municipality-map/shapes-controller.js';
export { readTile, type Tile } from './kpi-tile/read-tile.js';
export { CubeController } from './shared/cube-controller.js';
export { dataContext, DataContextConsumer, emptyContext } from './shared/data-context-value.js';
export { Picker } from './shared/picker.js';
export { NotesController, type GivenNote } from './trend-chart/notes-controller.js';
export { BookController } from './statistical-yearbook/book-controller.js';
export type { Setting, WrittenFigure } from './statistical-yearbook/chapter-view.js';
