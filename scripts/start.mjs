import { parseArgs } from 'node:util';
import { ensureInstalled, fail, runPackage } from './setup.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '3000' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) fail('--port is a number from 1 to 65535');

ensureInstalled();
process.stdout.write(`Building; then open

  https://localhost:${port}/workbench.html

The certificate is self-signed: the browser warns once, choose "Advanced", "Proceed". Ctrl+C ends.

`);
const args = ['serve', '--env', 'dev', '--config-name', 'addin', '--config-name', 'workbench'];
process.exit(runPackage('webpack/bin/webpack.js', [...args, '--port', String(port)]));
