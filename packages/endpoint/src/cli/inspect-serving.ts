import { randomUUID } from 'node:crypto';
import { access, constants, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errors } from 'jose';
import { hasAddress, type AccessOptions, type IssuerSetting } from '../access/access-config.js';
import { keysOf } from '../access/issuer-keys.js';
import type { Config } from '../config-schema.js';
import { readReleases } from '../serve/release-files.js';
import { readShapeFiles } from '../serve/shape-files.js';
import { openStoreAt } from '../store/open-store-at.js';
import { isDatabase } from '../store/store-place.js';
import type { Store } from '../store/store.js';
import { inspectSignIn } from './inspect-sign-in.js';
import type { Inspection } from './inspection.js';

type Listening = Config & { readonly host: string; readonly port: number };

/** What would become of `serve` with these settings; opens the store and asks issuers for their keys, and changes nothing. */
export async function inspectServing(config: Listening, place: string): Promise<readonly Inspection[]> {
  return [
    ...(await inspectStore(place)),
    ...(await inspectAccess(config.access)),
    ...(await inspectSignIn(config.signIn, config.publicUrl)),
    ...inspectFiles('shapes', config.shapes, readShapeFiles),
    ...inspectFiles('releases', config.releases, readReleases),
    ...inspectListening(config),
  ];
}

async function inspectStore(place: string): Promise<readonly Inspection[]> {
  const about = 'store';
  const isFolder = !isDatabase(place);
  // Nothing is opened yet: it only refuses what is no place for a store.
  const store = openStoreAt(place);
  const found = isFolder ? await stat(place).catch(() => null) : null;
  if (isFolder && !found)
    return [{ severity: 'warning', about, message: `${place} is not there yet; publish tables into it` }];
  if (isFolder && !found?.isDirectory())
    return [{ severity: 'error', about, message: `${place} is no folder; name one that is, or that is not there yet` }];
  try {
    const { tables, unreadable: unknown } = await store.inventory();
    const unreadable = [];
    for (const version of tables) if (!(await isReadable(store, version))) unreadable.push(version.table.id);
    const count = `${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`;
    if (unreadable.length > 0)
      return [
        {
          severity: 'error',
          about,
          message: `figures of ${unreadable.join(', ')} cannot be read; put the files back from a copy`,
        },
      ];
    const writable =
      !isFolder ||
      (await access(place, constants.W_OK).then(
        () => true,
        () => false,
      ));
    return [
      ...unknown.map(({ message }) => ({ severity: 'error' as const, about, message: `${message}; it is not served` })),
      {
        severity: tables.length > 0 ? 'ok' : 'warning',
        about,
        message: tables.length > 0 ? count : `${count}; publish some`,
      },
      ...(writable
        ? []
        : [{ severity: 'warning' as const, about, message: 'can only be read; queries cannot be saved' }]),
    ];
  } catch (error) {
    return [
      { severity: 'error', about, message: `does not answer (${error instanceof Error ? error.message : 'unknown'})` },
    ];
  } finally {
    await store.close();
  }
}

/** Whether one figure of a table can be had. */
function isReadable(store: Store, version: Awaited<ReturnType<Store['tables']>>[number]): Promise<boolean> {
  const selection = version.table.dimensions.map(({ codes }) => (codes.length > 0 ? [0] : []));
  return store.cells(version, selection).then(
    () => true,
    () => false,
  );
}

async function inspectAccess(options: AccessOptions | undefined): Promise<readonly Inspection[]> {
  if (!options) return [{ severity: 'ok', about: 'access', message: 'no issuers, so only public tables are served' }];
  const issuers = await Promise.all(options.issuers.map(inspectIssuer));
  return [...issuers, ...(await inspectAudit(options))];
}

/** Looks for a key that cannot exist: an issuer that says so has shown its keys. */
async function inspectIssuer(issuer: IssuerSetting): Promise<Inspection> {
  const about = `issuer ${issuer.issuer}`;
  const nobody = { alg: issuer.algorithms?.[0] ?? 'RS256', kid: randomUUID() };
  try {
    await keysOf(issuer)(nobody, { payload: '', signature: '' });
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey))
      return {
        severity: 'error',
        about,
        message: `no public keys at ${issuer.jwks}; ${
          hasAddress(issuer)
            ? 'check the address, and whether this machine reaches it (through a proxy: NODE_USE_ENV_PROXY=1 and HTTPS_PROXY)'
            : 'check the file, and that it has public keys only'
        }`,
      };
  }
  return { severity: 'ok', about, message: 'public keys can be read' };
}

async function inspectAudit({ auditLog, auditKeyFile }: AccessOptions): Promise<readonly Inspection[]> {
  const about = 'audit log';
  const rows: Inspection[] = [];
  if (auditLog !== undefined && auditLog !== 'stdout') {
    const writable = await canBeMade(auditLog);
    rows.push(
      writable
        ? { severity: 'ok', about, message: auditLog }
        : {
            severity: 'error',
            about,
            message: `${auditLog} cannot be written; give the account the right, or name a file elsewhere`,
          },
    );
  }
  if (auditKeyFile !== undefined) {
    const bytes = await readFile(auditKeyFile).then(
      (key) => key.length,
      () => 0,
    );
    if (bytes < 32)
      rows.push({ severity: 'error', about, message: `auditKeyFile ${auditKeyFile} has no 32 bytes that can be read` });
  }
  return rows;
}

/** Whether a file can be written; folders that are not there yet are made with it. */
async function canBeMade(file: string): Promise<boolean> {
  const itself = await stat(file).catch(() => null);
  let place = file;
  let found = itself;
  while (!found && dirname(place) !== place) {
    place = dirname(place);
    found = await stat(place).catch(() => null);
  }
  if (itself ? itself.isDirectory() : !found?.isDirectory()) return false;
  return access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Files that are read once, at the start, which fails without them. */
function inspectFiles<T extends readonly unknown[]>(
  about: 'shapes' | 'releases',
  settings: T | undefined,
  readAll: (settings: T) => unknown,
): readonly Inspection[] {
  if (!settings) return [];
  try {
    readAll(settings);
    return [{ severity: 'ok', about, message: `${settings.length} can be read` }];
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(`${about}: `, '') : 'cannot be read';
    return [{ severity: 'error', about, message }];
  }
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

function inspectListening({
  host,
  port,
  trustProxy,
  publicUrl,
  origins,
  access: rights,
}: Listening): readonly Inspection[] {
  const rows: Inspection[] = [{ severity: 'ok', about: 'address', message: `http://${host}:${port}` }];
  if (!loopback.test(host))
    rows.push({
      severity: 'warning',
      about: 'address',
      message: 'can be reached from other machines without TLS; let nobody but a proxy with TLS reach it',
    });
  if (!loopback.test(host) && trustProxy === true)
    rows.push({
      severity: 'warning',
      about: 'trustProxy',
      message: 'everyone who reaches it is believed about whom they ask for; list the addresses of the proxy',
    });
  if (trustProxy && publicUrl === undefined)
    rows.push({
      severity: 'warning',
      about: 'publicUrl',
      message:
        'not given: links have the name that the proxy passes on, which may be the visitor’s own; give the address',
    });
  if (rights && rights.issuers.length > 0 && publicUrl === undefined)
    rows.push({
      severity: 'warning',
      about: 'publicUrl',
      message: 'not given: a proof of possession that was made for another host counts here too; give the address',
    });
  if (origins?.some((origin) => origin.startsWith('http:') && !/^http:\/\/(localhost|127\.)/.test(origin)))
    rows.push({
      severity: 'warning',
      about: 'origins',
      message: 'pages without TLS may ask; they can be changed on their way to the reader',
    });
  return rows;
}
