/** A command of the test runner: media features that its own `emulateMedia` does not know, such as `forced-colors`. */
export const mediaFeatures = {
  name: 'media-features-command',
  /** @param payload value per feature */
  async executeCommand({ command, payload, session }) {
    if (command !== 'media-features') return undefined;
    const page = session.browser.getPage(session.id);
    const connection = await page.createCDPSession();
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await connection.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};
