/** Options of an endpoint that many tests ask at once, on a machine that is as busy as the tests beside them make it. */
export const unlimited = {
  callLimit: { calls: 1_000_000, seconds: 60 },
  loadLimit: { eventLoopDelay: 0, heapMegabytes: 0 },
};
