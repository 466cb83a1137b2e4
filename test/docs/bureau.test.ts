/** The guide for bureaus, followed to the letter in a fresh folder. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { freePorts } from '../e2e/support/demo.ts';
import { codeBlocks, type CodeBlock } from './support/code-blocks.ts';
import { GuideFolder, stop, type Ran } from './support/guide-folder.ts';

const guide = codeBlocks(await readFile(new URL('../../docs/bureau.md', import.meta.url), 'utf8'));

function only(language: string, words: string): CodeBlock {
  const found = guide.filter(({ language: own, before }) => own === language && before.includes(words));
  assert.equal(found.length, 1, `${found.length} blocks of ${language} below “${words}”`);
  const [block] = found;
  assert.ok(block);
  return block;
}

const lines = ({ code }: CodeBlock): readonly string[] => code.trim().split('\n');

describe('the guide for bureaus', () => {
  let folder: GuideFolder;
  before(async () => {
    folder = await GuideFolder.make();
    for (const line of lines(only('sh', '1. A folder'))) {
      const [, name] = /^npm install (\S+)$/.exec(line) ?? [];
      if (name !== undefined) await folder.install(name);
      else assert.equal((await folder.run(line)).code, 0, line);
    }
    await folder.save('tables/bibliotheek.csv', only('csv', '`tables/bibliotheek.csv`').code);
    await folder.save('tables/bibliotheek.yaml', only('yaml', '`tables/bibliotheek.yaml`').code);
  });
  after(() => rm(folder.path, { recursive: true, force: true }));

  const check = (): Promise<Ran> => folder.run(only('sh', '4. Check').code.trim());

  it('has a table that is refused for want of a validation alone, and passes with the line of the guide', async () => {
    const refused = await check();
    assert.equal(refused.code, 1, refused.output);
    assert.match(refused.output, /validation/);
    assert.match(refused.output, /1 refused|refused/);
    const manifest = only('yaml', '`tables/bibliotheek.yaml`').code;
    await folder.save('tables/bibliotheek.yaml', manifest + only('yaml', 'add the line').code);
    const passed = await check();
    assert.equal(passed.code, 0, passed.output);
  });

  it('publishes it, and serves it where the guide says', async () => {
    const [publish = '', versions = '', serve = ''] = lines(only('sh', '5. Publish'));
    const published = await folder.run(publish);
    assert.equal(published.code, 0, published.output);
    const listed = await folder.run(versions);
    assert.match(listed.output, /\b1\b/);
    const [port] = await freePorts();
    const child = folder.start(`${serve} --port ${port}`);
    try {
      let said = '';
      while (!said.includes('Peilglas endpoint at')) {
        const [part] = (await once(child.stdout ?? child, 'data')) as [Buffer];
        said += part.toString();
      }
      const selection = 'valueCodes[RegioS]=GM0153&valueCodes[Perioden]=*&valueCodes[Onderwerp]=leden';
      const answer = await fetch(`http://127.0.0.1:${port}/api/v2/tables/bibliotheek/data?${selection}`);
      const { value } = (await answer.json()) as { readonly value: readonly number[] };
      assert.deepEqual(value, [24310, 25120, 25890]);
    } finally {
      stop(child);
      await once(child, 'close');
    }
  });
});
