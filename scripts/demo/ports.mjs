/** Which ports the demo takes: each from an environment variable, each free, no two the same. */
import { createServer } from 'node:net';

/**
 * @param {Readonly<Record<string, number>>} standards port per environment variable, for who sets none
 * @returns {Promise<number[]>} in the same order
 * @throws Error that says which variable to change
 */
export async function choosePorts(standards) {
  const chosen = Object.entries(standards).map(([name, standard]) => ({ name, port: portFrom(name, standard) }));
  for (const [index, { name, port }] of chosen.entries()) {
    const earlier = chosen.slice(0, index).find((other) => other.port === port);
    if (earlier) throw new Error(`${earlier.name} and ${name} are both ${port}; each needs a port of its own.`);
  }
  for (const { name, port } of chosen) await requireFree(port, name);
  return chosen.map(({ port }) => port);
}

function portFrom(name, standard) {
  const text = process.env[name] ?? String(standard);
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`${name} is "${text}"; it must be a port number from 1 to 65535.`);
}

function requireFree(port, name) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => {
      const advice = `Stop what listens there, or choose another: ${name}=${port + 10} npm run demo`;
      reject(new Error(`Port ${port} is taken. ${advice}`));
    });
    probe.listen(port, 'localhost', () => probe.close(resolve));
  });
}
