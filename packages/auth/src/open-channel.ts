/** A channel to other pages of this site; null in a frame of another one where the browser lets it share nothing. */
export function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
