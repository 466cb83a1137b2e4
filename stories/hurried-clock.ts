/** Makes what would take a hundred seconds take one, until the answer is called. For stories about waiting. */
export function hurriedClock(): () => void {
  const { setTimeout: clock } = globalThis;
  const hurried = (handler: TimerHandler, delay = 0, ...args: readonly unknown[]): number =>
    clock(handler, delay / 100, ...args);
  globalThis.setTimeout = Object.assign(hurried, clock);
  return () => {
    globalThis.setTimeout = clock;
  };
}
