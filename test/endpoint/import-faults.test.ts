import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CbsTable, ImportError, importTable, PxWebTable } from '@peilglas/endpoint';
import { cbsAnswers, hasty, serveCbs, type CbsAnswers, type ServerOptions } from './import-support.ts';
import { temporaryFolder } from './support.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));
let answers: CbsAnswers;
before(async () => (answers = await cbsAnswers()));

/** Answers the questions of this name with what `answer` does, `times` times or always. */
function answering(name: string, answer: (response: ServerResponse) => void, times = Infinity): ServerOptions {
  let count = 0;
  return {
    instead: (asked, _request, response) => {
      if (asked !== name || count++ >= times) return false;
      answer(response);
      return true;
    },
  };
}

interface Fault extends ServerOptions {
  readonly table?: string;
  readonly answers?: CbsAnswers;
  readonly patience?: object;
}

async function tryImport({ table = '11111NED', answers: own = answers, patience, ...server }: Fault) {
  const { baseUrl, asked } = await serveCbs(own, server);
  const folder = await temporaryFolder();
  const trying = importTable(new CbsTable(table, { baseUrl, patience: { ...hasty, tries: 3, ...patience } }), {
    folder,
  });
  return { folder, asked, baseUrl, outcome: await trying.catch((error: unknown) => error) };
}

/** Refused with this message and remedy, and nothing is left in the folder. */
async function refused(fault: Fault, message: RegExp): Promise<readonly URL[]> {
  const { folder, asked, outcome } = await tryImport(fault);
  assert.ok(outcome instanceof ImportError, String(outcome));
  assert.match(outcome.message, message);
  assert.ok(outcome.remedy.length > 10);
  assert.deepEqual(await readdir(folder), []);
  return asked;
}

async function succeeds(fault: Fault): Promise<void> {
  const { outcome, folder } = await tryImport(fault);
  assert.ok(!(outcome instanceof Error), String(outcome));
  assert.equal((await readdir(folder)).length, 2);
}

describe('an import that cannot be finished writes nothing and says what to do', () => {
  it('when there is no such table', async () => {
    await refused({ table: '99999NED' }, /There is no table 99999NED at 127\.0\.0\.1:\d+\n  → .*StatLine/);
  });

  it('when the name or the address cannot be one', async () => {
    for (const table of ['../etc', 'a b', 'x?y', '']) assert.throws(() => new CbsTable(table), ImportError);
    for (const baseUrl of ['file:///etc/passwd', 'nonsense', 'https://user:secret@example.org/'])
      assert.throws(() => new CbsTable('37259eng', { baseUrl }), /--base-url is not an address/);
    assert.throws(() => new PxWebTable('ftp://example.org', 'x'), /<url> is not an address/);
    await assert.rejects(importTable(new CbsTable('37259eng'), { id: 'Has Spaces' }), /cannot be the id/);
  });

  it('when a web page comes instead of data', async () => {
    const page = answering('Properties', (response) => response.end('<!doctype html><title>Sign in</title>'));
    await refused(page, /a web page came instead of data\n.*proxy/);
  });

  it('when JSON is cut off, or is something else', async () => {
    await refused(
      answering('Observations', (response) => response.end('{"value":[{"Measure":')),
      /not whole JSON/,
    );
    await refused(
      answering('Properties', (response) => response.end('[]')),
      /not in the form that is expected/,
    );
    await refused(
      answering('Observations', (response) => response.end('{"value":[{"Measure":1}]}')),
      /value\.0\.Measure/,
    );
  });

  it('when the connection breaks in the middle, each time', async () => {
    const broken = answering('Observations', (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"value":');
      setImmediate(() => response.destroy());
    });
    const asked = await refused(broken, /connection to 127.*fails, after 3 tries/);
    assert.equal(asked.filter(({ pathname }) => pathname.endsWith('Observations')).length, 3);
  });

  it('when nothing comes for too long', async () => {
    const silent = answering('Observations', () => undefined);
    await refused({ ...silent, patience: { timeout: 50 } }, /no answer for 0\.05 seconds, after 3 tries/);
  });

  it('when the server stays in trouble, or asks for more time than there is', async () => {
    await refused(
      answering('Dimensions', (response) => response.writeHead(503).end()),
      /answers 503, after 3 tries/,
    );
    const later = answering('Dimensions', (response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    const asked = await refused(later, /answers 429, after 1 try\n.*Try again in 7200 seconds/);
    assert.equal(asked.filter(({ pathname }) => pathname.endsWith('Dimensions')).length, 1);
  });

  it('when the source wants a sign-in', async () => {
    await refused(
      answering('Properties', (response) => response.writeHead(401).end()),
      /answers 401\n.*open to everyone/,
    );
  });

  it('when a link or a redirect leads to another host', async () => {
    const next = { value: [], '@odata.nextLink': 'http://elsewhere.example.org/CBS/11111NED/Observations?$skip=1' };
    await refused(
      answering('Observations', (response) => response.end(JSON.stringify(next))),
      /next page leads away from/,
    );
    const away = (response: ServerResponse) =>
      response.writeHead(302, { location: 'https://elsewhere.example.org/' }).end();
    await refused(answering('Properties', away), /a redirect leads away from/);
    const round = (response: ServerResponse) => response.writeHead(302, { location: 'Properties' }).end();
    await refused(answering('Properties', round), /goes round in redirects/);
  });

  it('when pages go round, disappear, or hold less than was counted', async () => {
    const self = answering('Observations', (response) => {
      response.end(JSON.stringify({ value: [], '@odata.nextLink': '/CBS/11111NED/Observations?again' }));
    });
    await refused(self, /the pages go round/);
    let page = 0;
    await refused(
      {
        instead: (name, _request, response) => name === 'Observations' && page++ > 0 && !!response.writeHead(404).end(),
      },
      /a page is gone/,
    );
    const short = answering('Observations', (response) => response.end('{"@odata.count":9,"value":[]}'));
    await refused(short, /gave 0 of 9 figures/);
  });

  it('when there are no figures, or one with a code that is not listed', async () => {
    await refused({ answers: { ...answers, Observations: [] } }, /gives no figures/);
    const odd = { ...(answers.Observations.at(0) as object), RegioS: 'GM4242' };
    await refused({ answers: { ...answers, Observations: [odd] } }, /GM4242, which the source does not list/);
  });

  it('when a selection chooses nothing', async () => {
    const { baseUrl } = await serveCbs(answers);
    const choosing = (selection: object) => importTable(new CbsTable('11111NED', { baseUrl }), { selection });
    await assert.rejects(choosing({ region: ['GM0153', 'GM7777'] }), /--region GM7777 chooses nothing.*\n.*NL01, PV23/);
    await assert.rejects(choosing({ period: ['1999'] }), /--period 1999 chooses nothing/);
  });

  it('when the figures cannot be written', async () => {
    const { baseUrl } = await serveCbs(answers);
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await assert.rejects(importTable(new CbsTable('11111NED', { baseUrl }), { folder: join(file, 'below') }));
  });
});

describe('an import goes on', () => {
  it('after a server that was busy, as long as it asks for', async () => {
    const busy = (response: ServerResponse) => response.writeHead(429, { 'retry-after': '0' }).end();
    await succeeds({ ...answering('Observations', busy, 2), patience: { firstWait: 100_000 } });
    await succeeds(answering('MeasureCodes', (response) => response.writeHead(502).end('<html>Bad gateway</html>'), 2));
  });

  it('after a connection that broke once', async () => {
    await succeeds(answering('Observations', (response) => response.destroy(), 1));
  });

  it('over a redirect on the same host', async () => {
    const moved = answering(
      'Properties',
      (response) => response.writeHead(301, { location: 'Properties?moved' }).end(),
      1,
    );
    await succeeds(moved);
  });

  it('over pages without a link to the next, by $skip', async () => {
    const observations = answers.Observations;
    let asked = 0;
    await succeeds({
      instead: (name, request, response) => {
        if (name !== 'Observations') return false;
        const skip = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('$skip') ?? 0);
        asked++;
        response.end(
          JSON.stringify({ '@odata.count': observations.length, value: observations.slice(skip, skip + 40) }),
        );
        return true;
      },
    });
    assert.equal(asked, Math.ceil(observations.length / 40));
  });
});

describe('peilglas-endpoint import', () => {
  async function run(...parameters: string[]) {
    const cwd = await temporaryFolder();
    const child = spawn(process.execPath, [cli, 'import', ...parameters], { cwd });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { cwd, child, ended, output: () => output, errors: () => errors };
  }

  it('writes two files and says what to do next, and nothing else where there is no terminal', async () => {
    const { baseUrl } = await serveCbs(answers);
    const contact = ['--contact-name', 'Cijfers', '--contact-mail', 'cijfers@example.org'];
    const done = await run(
      'cbs',
      '11111NED',
      '--base-url',
      baseUrl,
      '-o',
      'tables',
      '--region',
      'GM*,NL01',
      '--theme',
      'b=Bevolking',
      ...contact,
    );
    assert.equal(await done.ended, 0, done.errors());
    assert.match(
      done.output(),
      /^tables\/11111ned\.yaml and tables\/11111ned\.csv: \d+ observations\n.*check tables\/11111ned\.yaml\n$/,
    );
    assert.equal(done.errors(), '');
    assert.deepEqual((await readdir(join(done.cwd, 'tables'))).sort(), ['11111ned.csv', '11111ned.yaml']);
  });

  it('ends with 1, a message and a remedy', async () => {
    const { baseUrl } = await serveCbs(answers);
    const failed = await run('cbs', '99999NED', '--base-url', baseUrl);
    assert.equal(await failed.ended, 1);
    assert.match(failed.errors(), /^peilglas-endpoint: There is no table 99999NED .*\n  → .*\n$/);
    const half = await run('cbs', '11111NED', '--base-url', baseUrl, '--contact-name', 'Cijfers');
    assert.equal(await half.ended, 1);
    assert.match(half.errors(), /--contact-name and --contact-mail together/);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    let waiting: (() => void) | undefined;
    const reached = new Promise<void>((resolve) => (waiting = resolve));
    let page = 0;
    const { baseUrl } = await serveCbs(answers, {
      instead: (name) => {
        if (name !== 'Observations' || page++ === 0) return false;
        waiting?.();
        return true;
      },
    });
    const stopped = await run('cbs', '11111NED', '--base-url', baseUrl);
    await Promise.race([reached, stopped.ended]);
    assert.deepEqual(
      (await readdir(stopped.cwd)).map((name) => name.replace(/\.[0-9a-f-]{36}/, '')),
      ['.11111ned.csv.tmp'],
    );
    stopped.child.kill('SIGINT');
    assert.equal(await stopped.ended, 1);
    assert.match(stopped.errors(), /Stopped\n.*Nothing was written/);
    assert.deepEqual(await readdir(stopped.cwd), []);
  });

  it('streams figures to the file instead of keeping them', async () => {
    const [first] = answers.Observations;
    // One code over and over: only the number of figures matters.
    const part = JSON.stringify(Array.from({ length: 20_000 }, () => first));
    const pages = 25;
    const { baseUrl } = await serveCbs(answers, {
      instead: (name, request, response) => {
        if (name !== 'Observations') return false;
        const next = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('page') ?? 1) + 1;
        const link = next > pages ? '' : `,"@odata.nextLink":"/CBS/11111NED/Observations?page=${next}"`;
        response.end(`{"value":${part}${link}}`);
        return true;
      },
    });
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=64', cli, 'import', 'cbs', '11111NED', '--base-url', baseUrl],
      { cwd: await temporaryFolder() },
    );
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0, output);
    assert.match(output, /: 500000 observations/);
  });
});
