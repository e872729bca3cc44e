import { parseArgs } from 'node:util';
import { ensureInstalled, fail, runPackage } from './setup.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    /** Source maps, for debuggers and profilers. */
    maps: { type: 'boolean', default: false },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) fail('--port is a number from 1 to 65535');

const url = `https://localhost:${port}`;

ensureInstalled();
process.stdout.write(`Building; then open

  ${url}/workbench.html

The certificate is self-signed: the browser warns once, choose "Advanced", "Proceed". Ctrl+C ends.

`);
const args = ['serve', '--env', 'dev', '--config-name', 'addin', '--config-name', 'workbench'];
args.push('--env', `baseUrl=${url}`, '--port', String(port));
if (values.maps) args.push('--devtool', 'hidden-source-map');
process.exit(runPackage('webpack/bin/webpack.js', args));
