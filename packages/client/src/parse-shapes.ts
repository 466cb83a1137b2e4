import { MalformedDatasetError, regionCode, type Polygon, type Shape, type Shapes } from '@peilglas/model';
import { feature } from 'topojson-client';
import { at, isKeyed, needKeyed, own, textOf, type Keyed } from './read-json.js';
import { codeOf, nameOf, scoreOf, wayToCode } from './shape-codes.js';

/**
 * GeoJSON (RFC 7946, or in metres of a national grid) or TopoJSON → shapes. Of a topology with several objects it takes
 * the one with the most codes of municipalities. Codes are found by what they look like, whatever their property is
 * called; parts that have the same code are one shape, and what has no area or no code is left out.
 * @throws MalformedDatasetError naming the place
 */
export function parseShapes(input: unknown): Shapes {
  const document = needKeyed(input, '$');
  const features = isTopology(document) ? largestOf(document) : featuresIn(document);
  const way = wayToCode(features);
  const byCode = new Map<string, Shape>();
  for (const [index, each] of features.entries()) {
    const code = codeOf(each, way);
    const polygons = polygonsOf(own(each, 'geometry'), at(at('$.features', index), 'geometry'));
    if (code === null || polygons.length === 0) continue;
    const known = byCode.get(regionCode(code));
    byCode.set(regionCode(code), {
      code: regionCode(code),
      name: known?.name ?? nameOf(each),
      polygons: [...(known?.polygons ?? []), ...polygons],
    });
  }
  if (byCode.size === 0) throw new MalformedDatasetError('$', 'areas with a code');
  return { areas: [...byCode.values()], source: textOf(document, 'source') };
}

type Topology = Parameters<typeof feature>[0];

function isTopology(document: unknown): document is Topology {
  return (
    own(document, 'type') === 'Topology' && isKeyed(own(document, 'objects')) && Array.isArray(own(document, 'arcs'))
  );
}

function largestOf(topology: Topology): readonly Keyed[] {
  const sets = Object.values(topology.objects).map((object) => {
    try {
      return featuresIn(needKeyed(feature(topology, object), '$'));
    } catch {
      throw new MalformedDatasetError('$.objects', 'geometries of which the arcs are there');
    }
  });
  return sets.reduce((best, each) => (scoreOf(each) > scoreOf(best) ? each : best), []);
}

function featuresIn(document: Keyed): readonly Keyed[] {
  const features = own(document, 'features');
  if (Array.isArray(features)) return features.filter(isKeyed);
  if (document.type === 'Feature') return [document];
  throw new MalformedDatasetError('$', 'GeoJSON with features, or TopoJSON');
}

function polygonsOf(geometry: unknown, path: string): readonly Polygon[] {
  const coordinates = own(geometry, 'coordinates');
  switch (own(geometry, 'type')) {
    case 'Polygon':
      if (isPolygon(coordinates)) return [coordinates];
      break;
    case 'MultiPolygon':
      if (Array.isArray(coordinates) && coordinates.every(isPolygon)) return coordinates;
      break;
    default:
      return [];
  }
  throw new MalformedDatasetError(at(path, 'coordinates'), 'rings of positions');
}

function isPolygon(input: unknown): input is Polygon {
  return Array.isArray(input) && input.every((ring) => Array.isArray(ring) && ring.every(isPosition));
}

function isPosition(input: unknown): input is readonly number[] {
  return Array.isArray(input) && Number.isFinite(input[0]) && Number.isFinite(input[1]);
}
