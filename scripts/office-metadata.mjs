// Takes what office.js knows of Excel's object model out of the installed Excel bundle:
//   node scripts/office-metadata.mjs      writes src/host/protocol/officeMetadata.json
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
export const bundle = path.join(
  root,
  'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js',
);
export const output = path.join(root, 'src/host/protocol/officeMetadata.json');

const CLASS =
  /\n {4}var (\w+) = \(function \(_super\) \{\n {8}__extends\(\1, _super\);(.*?)\n {4}\}\(OfficeExtension\.ClientObject\)\);\n {4}Excel\.\1 = \1;/gs;
const PROPERTY = /Object\.defineProperty\(\w+\.prototype, "(\w+)", \{(.*?)\n {8}\}\);/gs;
const METHOD = /\n {8}\w+\.prototype\.(\w+) = function \([^)]*\) \{(.*?)\n {8}\};/gs;
const OVERRIDE = /\n {8}function (\w+?)_(\w+)_Set\(thisObj, value\) \{(.*?)\n {8}\}/gs;
const SET = /_throwIfApiNotSupported\("[\w.]+", (_defaultApiSetName|"\w+"), "?([\d.]+)"?/;

/**
 * @param {string} source - text of excel-web-16.00.debug.js
 * @returns {{classes: Record<string, object>}} by class name, see src/host/protocol/metadata.ts
 */
export function extract(source) {
  const text = source.replaceAll('\r\n', '\n');
  const excel = text.slice(text.indexOf('function _runOnRegularOrWacContext'));
  const classes = {};
  for (const [, name, body] of excel.matchAll(CLASS)) classes[name] = readClass(body);
  for (const [, name, property, body] of excel.matchAll(OVERRIDE)) {
    const wire = /_invokeSetProperty\(\w+, "(\w+)"/.exec(body)?.[1];
    if (wire && wire !== property && classes[name]?.scalars[property]) {
      (classes[name].aliases ??= {})[wire] = property;
    }
  }
  return { classes };
}

function readClass(body) {
  const properties = new Map([...body.matchAll(PROPERTY)].map(([, name, text]) => [name, text]));
  const list = (name) =>
    [
      ...(/return \[(.*?)\];/s.exec(properties.get(name) ?? '')?.[1] ?? '').matchAll(/"?(\w+)"?/g),
    ].map((m) => m[1]);
  const result = {};

  const item = /_createChildItemObject\(Excel\.(\w+),/.exec(body)?.[1];
  if (properties.has('_isCollection')) result.items = item ?? null;

  const names = list('_scalarPropertyNames');
  const wires = list('_scalarPropertyOriginalNames');
  const writable = list('_scalarPropertyUpdateable');
  result.scalars = {};
  names.forEach((name, i) => {
    const entry = { name };
    if (writable[i] === 'true') entry.writable = true;
    result.scalars[wires[i]] = withSet(entry, properties.get(name));
  });

  result.navigation = {};
  result.methods = {};
  result.events = {};
  for (const [name, text] of properties) {
    const nav = /_createPropertyObject\(([\w.]+), this, "(\w+)"/.exec(text);
    if (nav) result.navigation[nav[2]] = withSet({ name, type: last(nav[1]) }, text);
    const event = /eventType: (\d+),\s+registerFunc: function \(\) \{ return _this\.(\w+)\(\)/.exec(
      text,
    );
    if (event) result.events[name] = withSet({ type: Number(event[1]), register: event[2] }, text);
  }
  for (const [, name, text] of body.matchAll(METHOD)) {
    const object = /_createMethodObject\(([\w.]+), this, "(\w+)", (\d)/.exec(text);
    const indexer = /_createIndexerObject\(([\w.]+), this/.exec(text);
    const call = /_invokeMethod\(this, "(\w+)", (\d)/.exec(text);
    if (/^_(Un)?[rR]egister/.test(name)) continue; // said by `events`
    if (object) result.methods[object[2]] = method(name, text, object[3], last(object[1]));
    else if (indexer) result.methods.GetItem = method(name, text, '1', last(indexer[1]));
    else if (call) result.methods[call[1]] ??= method(name, text, call[2]);
  }
  for (const key of ['navigation', 'methods', 'events']) {
    if (Object.keys(result[key]).length === 0) delete result[key];
  }
  return result;
}

function method(name, text, operation, returns) {
  const entry = { name };
  if (returns) entry.returns = returns;
  if (operation === '0') entry.write = true;
  return withSet(entry, text);
}

/** Adds the requirement set a member came with, ExcelApi unless named: `1.7`, `ExcelApiOnline 1.1`. */
function withSet(entry, text) {
  const set = SET.exec(text ?? '');
  if (set)
    entry.since = set[1] === '_defaultApiSetName' ? set[2] : `${set[1].slice(1, -1)} ${set[2]}`;
  return entry;
}

const last = (qualified) => qualified.split('.').at(-1);

/** One class a line: diffs after an upgrade of office.js stay readable. */
export function serialize({ classes }) {
  const lines = Object.entries(classes).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `{"classes":{\n${lines.join(',\n')}\n}}\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(output, serialize(extract(readFileSync(bundle, 'utf8'))));
}
