/**
 * Publishes the tables of the demo and says how each fared.
 * @param {typeof import('@peilglas/endpoint').publishTables} publishTables
 * @param {import('@peilglas/endpoint').Store} store
 * @param {string} folder
 * @throws Error that names the tables that were refused
 */
export async function publishDemoTables(publishTables, store, folder) {
  const reports = await publishTables({
    paths: [folder],
    store,
    onReport: ({ id, outcome, version, observationCount, findings }, done, total) => {
      const cells = observationCount === null ? '' : `, ${observationCount} observations`;
      const number = version === null ? '' : ` as version ${version}`;
      console.log(`  ${String(done).padStart(2)}/${total} ${id}: ${outcome}${number}${cells}`);
      if (outcome === 'refused') for (const { message, remedy } of findings) console.log(`       ${message} ${remedy}`);
    },
  });
  const refused = reports.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(`Refused: ${refused.map(({ id, manifest }) => id ?? manifest).join(', ')}`);
}
