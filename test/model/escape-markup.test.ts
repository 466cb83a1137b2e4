import assert from 'node:assert/strict';
import { it } from 'node:test';
import { escapeMarkup } from '@peilglas/model';

it('escapeMarkup: a text stays a text, in an element and in an attribute with double quotes', () => {
  assert.equal(escapeMarkup(`<b a="1">'s & co</b>`), "&lt;b a=&quot;1&quot;&gt;'s &amp; co&lt;/b&gt;");
});
