/** Connections that are held open by saying little: nothing, half a header, or half a body. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const words = {
  nothing: '',
  'half a header': 'GET /api/v2/tables HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
  'half a body':
    'POST /api/v2/tables/open/data HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{',
} as const;

export type Kind = keyof typeof words;
export const kinds: readonly Kind[] = ['nothing', 'half a header', 'half a body'];

export interface Slow {
  /** Resolves with what the endpoint said when it has closed all of them. */
  readonly closed: Promise<readonly string[]>;
  readonly leave: () => void;
}

/** Opens so many connections of a kind, each of which says one more byte every second where it says anything. */
export async function holdOpen(port: number, kind: Kind, count: number): Promise<Slow> {
  const sockets = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(words[kind]);
      return socket;
    }),
  );
  const timer = setInterval(() => {
    for (const socket of kind === 'nothing' ? [] : sockets) if (socket.writable) socket.write('x');
  }, 1000);
  const leave = (): void => {
    clearInterval(timer);
    for (const socket of sockets) socket.destroy();
  };
  return { closed: Promise.all(sockets.map(heard)), leave };
}

/** All that comes until the other side has closed. */
function heard(socket: Socket): Promise<string> {
  let said = '';
  socket.on('data', (part: Buffer) => (said += part.toString()));
  // Closed while a byte was on its way.
  socket.on('error', () => undefined);
  return new Promise((resolve) => socket.on('close', () => resolve(said)));
}
