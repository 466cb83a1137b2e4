import { municipalitiesBelow } from '../../access/regions.js';
import type { Manifest } from '../manifest.js';
import type { Fault } from './fault.js';

/** A table is bound to municipalities by its regions, and totals are for all who may open it. */
export function audienceFaults({ audience, dimensions }: Manifest): readonly Fault[] {
  if (audience === 'public' || !audience.municipalityBound) return [];
  if (dimensions.some(({ role }) => role === 'geo')) return dimensions.flatMap(totalsOfTwo);
  const path = ['audience', 'municipalityBound'];
  const message = 'A table without regions cannot be bound to a municipality';
  return [{ path, message, remedy: 'Give the dimension of regions role: geo, or set municipalityBound: false' }];
}

/** Who has one municipality takes it from such a total, and has the other. */
function totalsOfTwo({ role, codes }: Manifest['dimensions'][number], index: number): readonly Fault[] {
  if (role !== 'geo' || !codes) return [];
  const below = municipalitiesBelow({ codes });
  return codes.flatMap(({ code, complete }, place): readonly Fault[] => {
    // A larger region of which nothing says so may have more municipalities than the table.
    if (below.get(code)?.size !== 2 || complete !== true) return [];
    return [
      {
        path: ['dimensions', index, 'codes', place, 'code'],
        severity: 'warning',
        message: `${code} is the total of two municipalities: whoever may see one of them can work out the other`,
        remedy: 'Leave the total out, or take municipalityBound: false if both may be seen',
      },
    ];
  });
}
