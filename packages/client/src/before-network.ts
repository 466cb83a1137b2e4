/** A place before the network: apart, since few pages have something there. */
import { network } from './http-client.js';

/**
 * From now on all that has no `fetch` of its own asks this one, for instance since a page came with answers in it.
 * @param make gets what was asked until now
 */
export function beforeNetwork(make: (ask: typeof fetch) => typeof fetch): void {
  network.fetch = make(network.fetch ?? ((input, init) => fetch(input, init)));
}
