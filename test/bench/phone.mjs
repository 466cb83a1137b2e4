/** A phone by Lighthouse's profile: slow 4G (562.5 ms per request, 1,475 kbit/s down and 675 up), and a processor slowed down four times. */
const profile = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const slowdown = 4;
const screen = { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Makes a phone of a tab. @returns its session */
export async function phone(tab) {
  await tab.setViewport(screen);
  const session = await tab.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', profile);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}
