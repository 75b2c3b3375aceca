import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Makes the function that lets a server which is being closed come to its end. Node closes only
 * connections that were idle at that moment: one whose last answer was a stream becomes idle later,
 * and one that a client opened in advance, but has not used, never does.
 */
export function prepareDrain(server: Server): (cutAfterMs: number) => void {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return (cutAfterMs) => {
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }, 50).unref();
    const cut = setTimeout(() => server.closeAllConnections(), cutAfterMs).unref();
    server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
  };
}
