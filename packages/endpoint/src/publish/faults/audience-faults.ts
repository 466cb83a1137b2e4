import type { Manifest } from '../manifest.js';
import type { Fault } from './fault.js';

/** A table is bound to municipalities by its regions. */
export function audienceFaults({ audience, dimensions }: Manifest): readonly Fault[] {
  if (audience === 'public' || !audience.municipalityBound) return [];
  if (dimensions.some(({ role }) => role === 'geo')) return [];
  const path = ['audience', 'municipalityBound'];
  const message = 'A table without regions cannot be bound to a municipality';
  return [{ path, message, remedy: 'Give the dimension of regions role: geo, or set municipalityBound: false' }];
}
