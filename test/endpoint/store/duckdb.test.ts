import { DuckDbStore } from '@peilglas/endpoint';
import { describeStore, storeFolder } from './contract.ts';

describeStore('the embedded store', async () => {
  const path = await storeFolder();
  return { open: () => new DuckDbStore(path) };
});
