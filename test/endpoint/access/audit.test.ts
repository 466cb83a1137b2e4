/** The audit log and the request log of the program as it is run. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../stored-table.ts';
import { temporaryFolder, type Endpoint } from '../support.ts';
import { auditLines } from './audit-lines.ts';
import { audience, issuer, newKey, tokenOf, trust, type AccessOptions } from './issuers.ts';
import { folderOfTables, storeOfTables } from './tables.ts';

const key = await newKey('ES256');
const folder = await temporaryFolder();
const jwks = join(folder, 'site.json');
await writeFile(jwks, JSON.stringify({ keys: [key.publicJwk] }));
const hengelo = await tokenOf(key, { claims: { themes: ['jeugd'], municipalities: ['GM0164'] } });
const nobody = await tokenOf(key, { claims: { sub: 'nobody-in-particular' } });

let logs = 0;
async function withAudit(
  more: Partial<AccessOptions> = {},
): Promise<{ readonly app: Endpoint; readonly path: string }> {
  const path = join(folder, 'logs', `audit-${logs++}.log`);
  return { app: serve(await storeOfTables(), { access: { issuers: [trust(jwks)], auditLog: path, ...more } }), path };
}

const all = 'valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';

describe('the audit log', () => {
  it('has one line for each decision about what is not public', async () => {
    const { app, path } = await withAudit();
    const ask = async (url: string, token?: string): Promise<void> => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      await app.inject({ url: `/api/v2${url}`, headers });
    };
    await ask('/tables/open/data');
    await ask('/tables');
    await ask('/config', hengelo);
    await ask(`/tables/eigen/data?${all}`, hengelo);
    await ask('/tables/jeugd/metadata', hengelo);
    await ask('/tables', hengelo);
    await ask('/tables/zorg', hengelo);
    await ask('/tables/lijst/data', nobody);
    await ask('/tables/nergens', hengelo);
    await ask('/tables/jeugd');
    await ask('/tables/jeugd', 'x.y.z');
    const lines = await auditLines(path);
    assert.deepEqual(
      lines.map(({ route, table, version, cells, allowed, reason, status }) => [
        route.replace('/api/v2', ''),
        table,
        version,
        cells,
        allowed,
        reason,
        status,
      ]),
      [
        ['/tables/:id/data', 'eigen', 1, 7, true, 'right', 200],
        ['/tables/:id/metadata', 'jeugd', 1, null, true, 'right', 200],
        ['/tables', null, null, null, true, 'listing', 200],
        ['/tables/:id', 'zorg', 1, null, false, 'not-theirs', 404],
        ['/tables/:id/data', 'lijst', 1, null, false, 'not-theirs', 403],
        ['/tables/:id', null, null, null, false, 'no-such-table', 404],
        ['/tables/:id', 'jeugd', 1, null, false, 'no-token', 401],
        ['/tables/:id', null, null, null, false, 'malformed', 401],
      ],
    );
    assert.equal(new Set(lines.map(({ requestId }) => requestId)).size, lines.length);
    for (const { log, time } of lines) {
      assert.equal(log, 'audit');
      assert.match(time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    }
  });

  it('names people by a pseudonym that is theirs and tells nothing', async () => {
    const { app, path } = await withAudit();
    const again = await tokenOf(key, { claims: { themes: 'jeugd', jti: 'x' } });
    for (const token of [hengelo, again, nobody])
      await app.inject({ url: '/api/v2/tables/jeugd', headers: { authorization: `Bearer ${token}` } });
    const [first, second, third] = await auditLines(path);
    assert.match(first?.subject ?? '', /^[\w-]{22}$/);
    assert.equal(first?.subject, second?.subject);
    assert.notEqual(first?.subject, third?.subject);
    assert.equal(first?.issuer, issuer);
    assert.doesNotMatch(await readFile(path, 'utf8'), /someone|nobody-in/);
  });

  it('keeps pseudonyms over starts only with a key of its own', async () => {
    const auditKeyFile = join(folder, 'audit.key');
    await writeFile(auditKeyFile, randomBytes(32));
    const pseudonym = async (more: Partial<AccessOptions>): Promise<string | null | undefined> => {
      const { app, path } = await withAudit(more);
      await app.inject({ url: '/api/v2/tables/jeugd', headers: { authorization: `Bearer ${hengelo}` } });
      return (await auditLines(path))[0]?.subject;
    };
    assert.equal(await pseudonym({ auditKeyFile }), await pseudonym({ auditKeyFile }));
    assert.notEqual(await pseudonym({}), await pseudonym({}));
    const short = join(folder, 'short.key');
    await writeFile(short, 'short');
    await assert.rejects(withAudit({ auditKeyFile: short }), /fewer than 32 bytes/);
  });

  it('is for its owner and group only, and is added to', async () => {
    const { app, path } = await withAudit();
    assert.equal((await stat(path)).mode & 0o007, 0);
    const ask = { url: '/api/v2/tables/jeugd', headers: { authorization: `Bearer ${hengelo}` } };
    await app.inject(ask);
    await app.close();
    const next = serve(await storeOfTables(), { access: { issuers: [trust(jwks)], auditLog: path } });
    await next.inject(ask);
    assert.equal((await auditLines(path)).length, 2);
  });
});

describe('the program', () => {
  const cli = fileURLToPath(new URL('../../../packages/endpoint/dist/cli.js', import.meta.url));

  it('takes its issuers from the configuration, and logs neither tokens, people, codes nor figures', async () => {
    const store = await folderOfTables;
    const config = join(folder, 'peilglas.yaml');
    await writeFile(
      config,
      [
        `store: ${store}`,
        'port: 0',
        'access:',
        '  auditLog: stdout',
        '  issuers:',
        `    - issuer: ${issuer}`,
        `      audience: ${audience}`,
        `      jwks: ${jwks}`,
        '      claims: { themes: themes, municipalities: municipalities }',
        '',
      ].join('\n'),
    );
    const child = spawn(process.execPath, [cli, 'serve', '--config', config]);
    after(() => child.kill());
    let output = '';
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (part: Buffer) => {
        output += part.toString();
        const found = /Peilglas endpoint at (\S+?)"/.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.on('close', () => reject(new Error(output)));
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    const statuses: number[] = [];
    for (const [path, token] of [
      [`/tables/eigen/data?${all}`, hengelo],
      ['/tables/eigen/data?valueCodes[RegioS]=GM0153&valueCodes[Perioden]=2023&valueCodes[Onderwerp]=aantal', hengelo],
      ['/tables/zorg/data', hengelo],
      [`/tables/eigen?access_token=${hengelo}`, null],
      ['/tables/eigen', `${hengelo.slice(0, -4)}AAAA`],
      [`/nowhere/${hengelo}`, null],
    ] as const) {
      const headers = token === null ? {} : { authorization: `Bearer ${token}` };
      statuses.push((await fetch(`${address}${path}`, { headers })).status);
    }
    child.kill('SIGTERM');
    await ended;
    assert.deepEqual(statuses, [200, 400, 404, 400, 401, 404]);
    assert.match(output, /"log":"audit".*"table":"eigen".*"cells":7/);
    for (const part of hengelo.split('.')) assert.ok(!output.includes(part));
    assert.doesNotMatch(output, /someone|GM0153|GM0164|merk|64000\d|53000\d/);
  });

  it('says what is wrong with the access it is given', async () => {
    const refusalOf = async (...lines: readonly string[]): Promise<string> => {
      const config = join(folder, 'bad.yaml');
      await writeFile(config, [`store: ${join(folder, 'empty')}`, 'port: 0', 'access:', ...lines, ''].join('\n'));
      const child = spawn(process.execPath, [cli, 'serve', '--config', config]);
      after(() => child.kill());
      let errors = '';
      child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
      assert.equal(await new Promise((resolve) => child.on('close', resolve)), 1);
      return errors;
    };
    const errors = await refusalOf(
      '  issuers:',
      '    - { issuer: a, audience: b, jwks: "http://login.example.org/jwks" }',
      '    - { issuer: b, audience: b, jwks: k.json, algorithms: [HS256] }',
      '    - { issuer: c, audience: b, jwks: k.json, algorithms: [ES256, none] }',
      '    - { issuer: d, jwks: k.json }',
      '  secret: x',
    );
    for (const field of ['issuers.0.jwks', 'issuers.1.algorithms.0', 'issuers.2.algorithms.1', 'issuers.3.audience'])
      assert.ok(errors.includes(`access.${field}: `), field);
    assert.match(errors, /access\.secret: /);
    const twice = '{ issuer: a, audience: b, jwks: k.json }';
    assert.match(await refusalOf(`  issuers: [${twice}, ${twice}]`), /access\.issuers: .*twice/);
    assert.match(await refusalOf('  issuers: []', `  auditKeyFile: ${join(folder, 'none.key')}`), /none\.key/);
  });
});
