/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseManifest } from '../../../src/host/page/manifest';

const xml = readFileSync(path.join(__dirname, '../../../manifest.xml'), 'utf8');
const manifest = parseManifest(xml, 'en-US');

test('buttons of the ribbon tab come in order with their functions', () => {
  const commands = manifest.groups.flatMap((group) => group.commands);
  expect(commands.map((c) => [c.id, c.action])).toEqual([
    ['ARSentinel.Open', null],
    ['ARSentinel.Run', 'runWarnings'],
    ['ARSentinel.Refresh', 'refresh'],
    ['ARSentinel.Undo', 'undo'],
    ['ARSentinel.Clear', 'clear'],
  ]);
});

test('texts follow the display language', () => {
  expect(manifest.tab.label).toBe('AR Sentinel');
  expect(parseManifest(xml, 'zh-CN').tab.label).toBe('账龄哨兵');
});

test('the cell menu has the customer card', () => {
  expect(manifest.cellMenu.map((c) => c.id)).toEqual(['ARSentinel.Customer']);
});

test('pane, functions and icons are found', () => {
  expect(manifest.paneUrl).toBe('https://localhost:3000/taskpane.html');
  expect(manifest.functions).toEqual({
    namespace: 'AR',
    metadataUrl: 'https://localhost:3000/functions.en-US.json',
  });
  expect(parseManifest(xml, 'zh-CN').functions?.metadataUrl).toMatch(/\/functions\.json$/);
  expect(manifest.groups[0]?.commands[0]?.icon).toMatch(/^https:\/\/localhost:3000\/.*\.png$/);
});

test('what is no manifest is refused', () => {
  expect(() => parseManifest('<a/>', 'zh-CN')).toThrow('manifest');
});
