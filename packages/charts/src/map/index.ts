/** The entry for maps. It does without ECharts, and is loaded on its own. */
export type { AreaFill, MapArea, MapInput, MapRoom } from './map-input.js';
export { drawMap, type DrawnArea, type MapDrawing } from './draw-map.js';
export { MapSurface as Chart } from './map-surface.js';
export { linkAreas, walkAreas, type AreaLinks } from './link-areas.js';
