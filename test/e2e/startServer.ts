import { spawn } from 'node:child_process';
import https from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import stopServer from './stopServer';

const root = path.join(__dirname, '../..');
const PATIENCE = 300_000; // ms, for a build on a busy machine

/** Starts what `npm start` starts on a free port; tests find it at WORKBENCH_URL. */
export default async function startServer(): Promise<void> {
  const port = String(await freePort());
  const url = `https://localhost:${port}`;
  const server = spawn(process.execPath, ['scripts/start.mjs', '--port', port], {
    cwd: root,
    detached: true, // a group of its own, so that stopServer ends the bundler with it
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  server.stdout.on('data', (text: Buffer) => (output += text.toString()));
  server.stderr.on('data', (text: Buffer) => (output += text.toString()));
  process.env.WORKBENCH_URL = url;
  process.env.WORKBENCH_PID = String(server.pid);
  const end = Date.now() + PATIENCE;
  let status: number | undefined;
  // The server answers a page once the bundles are built, and not before.
  while ((status = await statusOf(`${url}/workbench.html`)) === undefined) {
    if (server.exitCode !== null || Date.now() > end) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  if (status !== 200) {
    stopServer();
    throw new Error(`npm start answers ${url}/workbench.html with ${String(status)}:\n${output}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const statusOf = (url: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const request = https.get(url, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', () => {
      resolve(undefined);
    });
  });
