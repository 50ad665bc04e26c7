import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import { type Network, type NetworkSettings, openNetwork } from '../../src/network/network.ts';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(cleanups.splice(0).map((clean) => clean()));
});

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A web server on this machine until the end of the test; its address without a slash at the end. */
export function webServer(answer: RequestListener): Promise<string> {
  return listen(createServer(answer));
}

/** A server that does with a connection, once something was asked, what no web server does. */
export function rawServer(onRequest: (socket: Socket, request: string) => void): Promise<string> {
  return listen(createTcpServer((socket) => socket.once('data', (bytes) => onRequest(socket, bytes.toString('latin1')))));
}

/** An answer with a page. */
export function page(response: ServerResponse, html: string | Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html);
}

/** An answer that sends on. */
export function sendOn(response: ServerResponse, location: string, status = 301): void {
  response.writeHead(status, { location }).end();
}

/** A door to the network that is open to this machine, and shut at the end of the test. */
export function network(settings: Partial<NetworkSettings> = {}): Network {
  const opened = openNetwork({ version: '1.2.3', homepage: 'https://example.org/edchat', allowLoopback: true, backoffMs: 5, ...settings });
  cleanups.push(() => opened.close());
  return opened;
}

/** Writes a piece every few milliseconds for as long as somebody listens. */
export function drip(to: { write: (piece: string) => unknown; once: (event: 'close', then: () => void) => unknown }, piece: string): void {
  const clock = setInterval(() => to.write(piece), 10);
  to.once('close', () => clearInterval(clock));
}
