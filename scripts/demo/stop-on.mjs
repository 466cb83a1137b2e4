/**
 * Answers that are under way get a moment to finish. Browsers also hold connections on which they have asked nothing yet;
 * those would keep the process alive for another minute.
 * @param {readonly NodeJS.Signals[]} signals
 * @param {readonly { server: import('node:http').Server, close: () => PromiseLike<void> }[]} apps
 */
export function stopOn(signals, apps) {
  for (const signal of signals) {
    process.once(signal, () => {
      console.log('\nStopping …');
      setTimeout(() => apps.forEach((app) => app.server.closeAllConnections()), 1000);
      Promise.all(apps.map((app) => app.close())).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
