import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { hasAddress, type AccessOptions } from './access/access-config.js';
import { configSchema, type Config } from './config-schema.js';
import { readEnvironment } from './environment.js';
import { present } from './import/answers.js';
import { shapeFindings } from './publish/shape-findings.js';
import { readYamlFile } from './publish/yaml-file.js';
import type { EndpointOptions } from './serve/create-endpoint.js';
import { signInFaults, type SignInSettings } from './session/sign-in-settings.js';
import { isDatabase } from './store/store-place.js';
import { UsageError } from './usage-error.js';

/** The settings by which an endpoint runs: those of the environment before those of the file. */
export interface Settings {
  readonly config: Config;
  /** Folder of the embedded store, or a connection string; undefined when nothing says where. */
  readonly store: string | undefined;
}

/**
 * @param file `peilglas.yaml`; without it `PEILGLAS_CONFIG` may name one.
 * @throws UsageError that names file, line and field, or the variable, of everything that is wrong.
 */
export async function readSettings(file: string | undefined, environment: NodeJS.ProcessEnv): Promise<Settings> {
  const given = readEnvironment(environment);
  if ('faults' in given) throw new UsageError(given.faults.join('\n'));
  const path = file ?? given.PEILGLAS_CONFIG;
  const written = path === undefined ? {} : await readConfig(path);
  const changes = present({
    host: given.PEILGLAS_HOST,
    port: given.PEILGLAS_PORT,
    publicUrl: given.PEILGLAS_PUBLIC_URL,
    origins: given.PEILGLAS_ORIGINS,
    trustProxy: given.PEILGLAS_TRUST_PROXY,
    logLevel: given.PEILGLAS_LOG_LEVEL,
    cacheMegabytes: given.PEILGLAS_CACHE_MEGABYTES,
  });
  const config = { ...written, ...changes };
  // Only together do file and environment say whether visitors can be signed in.
  const faults = signInFaults(config);
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return { config, store: await placeOfStore(written, given) };
}

async function placeOfStore(
  { store, storeFile }: Config,
  { PEILGLAS_STORE: place, PEILGLAS_STORE_FILE: file }: { PEILGLAS_STORE?: string; PEILGLAS_STORE_FILE?: string },
): Promise<string | undefined> {
  if (place !== undefined) return place;
  if (file !== undefined) return firstLine(file, 'PEILGLAS_STORE_FILE');
  return storeFile === undefined ? store : firstLine(storeFile, 'storeFile');
}

/** @throws UsageError that names file, line, field and remedy of everything that is wrong. */
async function readConfig(file: string): Promise<Config> {
  const source = await readYamlFile(file);
  if ('rule' in source) throw new UsageError(describe(source));
  const parsed = v.safeParse(configSchema, source.value ?? {});
  if (!parsed.success) throw new UsageError(shapeFindings(source, parsed.issues).map(describe).join('\n'));
  if (parsed.output.store === undefined || parsed.output.storeFile === undefined)
    return seenFrom(dirname(file), parsed.output);
  throw new UsageError(
    `${file}:${source.lineOf(['storeFile'])}: storeFile: The store is given twice\n  → Give store or storeFile`,
  );
}

/** Paths in the file are as seen from its folder, whatever folder the endpoint is started in. */
function seenFrom(folder: string, config: Config): Config {
  const whole = (path: string): string => resolve(folder, path);
  const { store, storeFile, access, signIn, shapes, releases } = config;
  return {
    ...config,
    ...present({
      store: store === undefined || isDatabase(store) ? store : whole(store),
      storeFile: storeFile === undefined ? undefined : whole(storeFile),
      shapes: shapes?.map((each) => ({ ...each, file: whole(each.file) })),
      releases: releases?.map((each) => ({ ...each, folder: whole(each.folder) })),
      access: access && accessSeenFrom(whole, access),
      signIn: signIn && signInSeenFrom(whole, signIn),
    }),
  };
}

function accessSeenFrom(whole: (path: string) => string, access: AccessOptions): AccessOptions {
  const { issuers, auditLog, auditKeyFile } = access;
  return {
    ...access,
    issuers: issuers.map((issuer) => (hasAddress(issuer) ? issuer : { ...issuer, jwks: whole(issuer.jwks) })),
    ...present({
      auditLog: auditLog === undefined || auditLog === 'stdout' ? auditLog : whole(auditLog),
      auditKeyFile: auditKeyFile === undefined ? undefined : whole(auditKeyFile),
    }),
  };
}

function signInSeenFrom(whole: (path: string) => string, signIn: SignInSettings): SignInSettings {
  const { clientSecretFile, privateKeyFile } = signIn;
  return {
    ...signIn,
    ...(clientSecretFile !== undefined && { clientSecretFile: whole(clientSecretFile) }),
    ...(privateKeyFile !== undefined && { privateKeyFile: whole(privateKeyFile) }),
  };
}

function describe({ location, message, remedy }: ReturnType<typeof shapeFindings>[number]): string {
  const { file, line, field } = location;
  const place = [line === undefined ? file : `${file}:${line}`, ...(field === undefined ? [] : [field])].join(': ');
  return `${place}: ${message}\n  → ${remedy}`;
}

async function firstLine(path: string, name: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [line = ''] = text.split('\n', 1);
  if (line.trim() === '')
    throw new UsageError(
      `${name}: ${path} cannot be read, or is empty\n  → Put the place of the store on its first line`,
    );
  return line.trim();
}

/** The part of the settings that the application itself takes. */
export function endpointOptions(config: Config): Omit<EndpointOptions, 'store'> {
  const { host: _host, port: _port, store: _store, storeFile: _storeFile, logLevel, shutdown, ...options } = config;
  return {
    ...options,
    log: logLevel ?? 'info',
    ...(shutdown ? { graceTime: shutdown.graceSeconds * 1000 } : {}),
  };
}
