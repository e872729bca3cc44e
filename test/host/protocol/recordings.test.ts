import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createApiRoot } from '../../../src/host/api';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import { RichApi } from '../../../src/host/protocol/richApi';
import { AddinSession } from '../../../src/host/protocol/session';
import { record, type Exchange } from './record';

const folder = path.join(__dirname, 'recordings');
const fileOf = (name: string) => path.join(folder, `${name}.json`);

// RECORD=1 writes the recordings anew, after a change that is meant to change the answers.
if (process.env.RECORD) {
  test('the recordings are written', async () => {
    mkdirSync(folder, { recursive: true });
    for (const [name, exchanges] of await record()) {
      writeFileSync(fileOf(name), `${JSON.stringify(exchanges, null, 1)}\n`);
    }
  });
} else {
  const stored = new Map(
    readdirSync(folder)
      .sort()
      .map((file): [string, Exchange[]] => [
        path.basename(file, '.json'),
        JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Exchange[],
      ]),
  );

  test('office.js sends what was recorded', async () => {
    const requests = (recorded: Iterable<[string, Exchange[]]>) =>
      [...recorded].map(([name, exchanges]) => [name, exchanges.map((each) => each.request)]);
    expect(requests(await record())).toEqual(requests(stored));
  });

  test('recorded requests are answered as recorded', async () => {
    const workbook = createWorkbook();
    const session = new AddinSession(workbook, () => undefined);
    const richApi = new RichApi(createApiRoot(workbook, session), {}, session);
    for (const [name, exchanges] of stored) {
      for (const { request, flags, answer } of exchanges) {
        const given = await richApi.execute(JSON.stringify(request), flags);
        const body: unknown = 'body' in given ? JSON.parse(given.body) : given;
        expect([name, body]).toEqual([name, answer]);
      }
    }
  });
}
