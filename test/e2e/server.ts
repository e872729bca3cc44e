import { spawn } from 'node:child_process';
import https from 'node:https';
import { createServer, type AddressInfo } from 'node:net';

const PATIENCE = 300_000; // ms, for a build on a busy machine

export interface Server {
  /** Without a slash at its end. */
  readonly url: string;
  /** Ends the server and the bundler under it. */
  stop(): void;
}

/**
 * Starts what `npm start` starts, on a free port.
 *
 * @param root - the project's folder
 * @param options - of `npm start`
 * @returns once it answers with the page
 */
export async function serve(root: string, ...options: string[]): Promise<Server> {
  const port = String(await freePort());
  const url = `https://localhost:${port}`;
  const server = spawn(process.execPath, ['scripts/start.mjs', '--port', port, ...options], {
    cwd: root,
    detached: true, // a group of its own, so that the bundler ends with it
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => void process.kill(-server.pid!, 'SIGKILL'); // a polite end waits for a build
  let output = '';
  server.stdout.on('data', (text: Buffer) => (output += text.toString()));
  server.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const end = Date.now() + PATIENCE;
  let status: number | undefined;
  // The server answers a page once the bundles are built, and not before.
  while ((status = await statusOf(`${url}/workbench.html`)) === undefined) {
    if (server.exitCode !== null || Date.now() > end) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  if (status !== 200) {
    stop();
    throw new Error(`npm start answers ${url}/workbench.html with ${String(status)}:\n${output}`);
  }
  return { url, stop };
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
