/**
 * What reads figures that a page gives is fetched by the first element that has some. On a machine that serves the many
 * files of charts to another page meanwhile, that may take longer than one test should.
 */
import { create } from './page.ts';
import { onePoint } from './synthetic.ts';

before(async function () {
  this.timeout(0);
  const table = create('data-table', {});
  table.data = onePoint;
  document.body.append(table);
  await table.ready;
  table.remove();
});
