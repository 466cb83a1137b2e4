/** One connection per page: each keeps what it has set, and a page used for a next file would get all of it again. */
const connections = new WeakMap();

/** A command of the test runner: media features that its own `emulateMedia` does not know, such as `forced-colors`. */
export const mediaFeatures = {
  name: 'media-features-command',
  /** @param payload value per feature */
  async executeCommand({ command, payload, session }) {
    if (command !== 'media-features') return undefined;
    const page = session.browser.getPage(session.id);
    const connection = connections.get(page) ?? (await page.createCDPSession());
    connections.set(page, connection);
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await connection.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};
