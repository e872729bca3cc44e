import path from 'node:path';
import { serve, type Server } from './server';

declare global {
  var workbenchServer: Server | undefined;
}

/** One server for all browser tests, which find it at WORKBENCH_URL. */
export default async function startServer(): Promise<void> {
  globalThis.workbenchServer = await serve(path.join(__dirname, '../..'));
  process.env.WORKBENCH_URL = globalThis.workbenchServer.url;
}
