/** The boundaries that the demo's endpoint serves: what stands under `shapes` in a peilglas.yaml. */
import { fileURLToPath } from 'node:url';

const source = 'CBS/Kadaster, CC BY 4.0';
const file = (name) => fileURLToPath(new URL(`../../demo/shapes/${name}`, import.meta.url));

export const demoShapes = [
  // Those that the demo tables are about, so that a page loads no more than it draws.
  { id: 'gemeenten', file: file('twente-gemeenten.geojson'), source },
  { id: 'nederland-2022', file: file('nl-gemeenten-2022.geojson'), source },
  { id: 'nederland-2023', file: file('nl-vr-gm-2023.topo.json'), source },
];
