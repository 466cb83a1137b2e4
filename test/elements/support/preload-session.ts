/** Unbundled, the code of a sign-in is dozens of files, one after another, which may take longer than one test should. */
before(async function () {
  this.timeout(0);
  await import('@peilglas/auth');
});
