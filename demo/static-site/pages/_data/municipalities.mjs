import { municipalities } from '../../../site/municipalities.mjs';

/** One page each. */
export default Object.entries(municipalities)
  .map(([code, name]) => ({ code, name }))
  .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
