import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { withoutInnerHtml } from '@peilglas/charts/bundler';

const path = join(import.meta.dirname, '../../node_modules', 'zrender/lib/svg/Painter.js');
const painter = readFileSync(path, 'utf8');

describe('withoutInnerHtml', () => {
  it('leaves no innerHTML in the painter of the zrender that is installed', () => {
    const mended = withoutInnerHtml(painter, path) ?? '';
    assert.equal(mended.includes('innerHTML'), false);
    assert.equal(mended.match(/\.replaceChildren\(\);/g)?.length, 2);
  });

  it('knows the painter by URL too', () => {
    assert.ok(withoutInnerHtml(painter, '/node_modules/zrender/lib/svg/Painter.js'));
  });

  it('leaves other modules alone', () => {
    assert.equal(withoutInnerHtml("a.innerHTML = '';", '/node_modules/zrender/lib/canvas/Painter.js'), null);
  });

  it('stops the build when the painter has changed', () => {
    assert.throws(
      () => withoutInnerHtml(painter.replace(".innerHTML = ''", '.textContent = null'), path),
      /Painter\.js/,
    );
    assert.throws(() => withoutInnerHtml(`${painter}\nroot.innerHTML = text;`, path), /Painter\.js/);
  });
});
