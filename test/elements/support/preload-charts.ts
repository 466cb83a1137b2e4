/** Unbundled, ECharts is hundreds of files, which may take longer than one test should. */
before(async function () {
  this.timeout(60_000);
  await Promise.all([import('@peilglas/charts'), import('@peilglas/charts/map')]);
});
