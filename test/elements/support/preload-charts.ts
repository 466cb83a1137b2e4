/** Unbundled, ECharts is hundreds of files, which may take longer than one test should. */
before(async function () {
  this.timeout(0);
  await Promise.all([import('@peilglas/charts'), import('@peilglas/charts/map')]);
});
