/** What `data-table.mjs` does in the page, as functions of `bench`. */
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: 'longtask',
});

const root = () => document.querySelector('data-table').shadowRoot;

globalThis.bench = {
  /** Durations of long tasks since the last call, in milliseconds. */
  tasks: () => tasks.splice(0),

  async open(address) {
    const table = document.createElement('data-table');
    table.data = await (await fetch(address)).json();
    document.body.append(table);
    await table.ready;
    // Marks are looked for between frames; what is weighed next must not carry that.
    while (!root().querySelector('.marks')?.textContent) await new Promise((resolve) => setTimeout(resolve, 50));
  },

  /** One step of scrolling, and the frame that shows it. */
  async scroll(pixels) {
    root().querySelector('.scroller').scrollTop += pixels;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await root().host.updateComplete;
  },

  /** Presses a header, the label's first, and waits until the rows are in their new order. */
  async sort(time) {
    root().querySelectorAll('.sort')[Math.min(time, 1)].click();
    do await new Promise((resolve) => setTimeout(resolve, 5));
    while (root().querySelector('[aria-busy=true]'));
    await root().host.updateComplete;
  },
};
