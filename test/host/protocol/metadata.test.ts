import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { classMetadata, wireName } from '../../../src/host/protocol/metadata';

test('the committed metadata is what the script takes out of the installed office.js', () => {
  const script = `
    import { bundle, extract, output, serialize } from './scripts/office-metadata.mjs';
    import { readFileSync } from 'node:fs';
    process.stdout.write(serialize(extract(readFileSync(bundle, 'utf8'))));`;
  const fresh = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  expect(fresh).toBe(readFileSync('src/host/protocol/officeMetadata.json', 'utf8'));
});

test.each([
  ['Range.values can be set', () => classMetadata('Range').scalars.Values?.writable, true],
  ['Range.address cannot', () => classMetadata('Range').scalars.Address?.writable, undefined],
  [
    'Range.format is a RangeFormat',
    () => classMetadata('Range').navigation?.Format?.type,
    'RangeFormat',
  ],
  [
    'items of WorksheetCollection are Worksheets',
    () => classMetadata('WorksheetCollection').items,
    'Worksheet',
  ],
  ['a Worksheet is no collection', () => classMetadata('Worksheet').items, undefined],
  [
    'getRange answers a Range',
    () => classMetadata('Worksheet').methods?.GetRange?.returns,
    'Range',
  ],
  [
    'an indexer is GetItem',
    () => classMetadata('TableCollection').methods?.GetItem?.returns,
    'Table',
  ],
  ['worksheets.add writes', () => classMetadata('WorksheetCollection').methods?.Add?.write, true],
  [
    'onChanged of a worksheet is event 10',
    () => classMetadata('Worksheet').events?.onChanged?.type,
    10,
  ],
  ['onChanged of a table is event 101', () => classMetadata('Table').events?.onChanged?.type, 101],
  [
    'onChanged came with ExcelApi 1.7',
    () => classMetadata('Worksheet').events?.onChanged?.since,
    '1.7',
  ],
  [
    'gridlines are set under another name',
    () => classMetadata('Worksheet').aliases?.Gridlines,
    'ShowGridlines',
  ],
  ['a class that is not Excel’s has no members', () => classMetadata('Nope').scalars, {}],
  ['script names find wire names', () => wireName(classMetadata('Range'), 'rowCount'), 'RowCount'],
  ['wire names find themselves', () => wireName(classMetadata('Range'), 'RowCount'), 'RowCount'],
  ['what is no property has none', () => wireName(classMetadata('Range'), 'rows'), null],
])('%s', (_, actual, expected) => {
  expect(actual()).toEqual(expected);
});
