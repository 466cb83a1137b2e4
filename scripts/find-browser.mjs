/**
 * Finds the browser that the tests run in: CHROME_PATH, then Chrome, Chromium or Edge on PATH and in the usual places.
 * Run as a script (`npm test` does so first) it installs Debian's Chromium where it may, else says what to do.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const namesOnPath = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** @returns {string[]} */
function usualPlaces() {
  const { HOME = '', LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': PROGRAMFILES_X86 } = process.env;
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(HOME, 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    const folders = [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].filter((folder) => folder !== undefined);
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  return [
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
    '/opt/microsoft/msedge/msedge',
  ];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @returns {string | undefined} path of a browser that speaks the DevTools protocol */
export function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) return isExecutable(asked) ? asked : undefined;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => namesOnPath.map((name) => join(folder, name + suffix)));
  return [...onPath, ...usualPlaces()].find(isExecutable);
}

/** Flags for a quiet headless browser. The sandbox is given up only where it cannot work: as root. */
export const browserFlags = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Two pages that the address bar loads for each window, though nobody will type in it, and a process for a page that nobody
  // will open: more than half of what an empty visit takes.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function run(command, args) {
  process.stdout.write(`> ${[command, ...args].join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

function installWithApt() {
  const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return false;
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true'])) return false;
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args];
    return run(command, rest);
  };
  apt('update', '-q');
  return ['chromium', 'chromium-browser'].some((name) => apt('install', '-y', name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.env.CHROME_PATH && !findBrowser()) {
    console.error(`CHROME_PATH is "${process.env.CHROME_PATH}", which is not a program. Correct it or unset it.`);
    process.exit(1);
  }
  if (!findBrowser()) {
    console.log('No Chrome, Chromium or Edge found: installing Chromium with apt.');
    installWithApt();
  }
  const browser = findBrowser();
  if (!browser) {
    console.error(`The tests run in a real browser and none was found. Do one of these and try again:
  - install Chromium:            sudo apt-get install chromium   (or brew install --cask chromium)
  - install Chrome or Edge from its maker
  - point at one you have:       CHROME_PATH=/path/to/chrome npm test`);
    process.exit(1);
  }
  console.log(`Browser for the tests: ${browser}`);
}
