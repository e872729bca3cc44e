import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'papaparse';

/** A new folder for one test run. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'host-file-'));

/** Debian's Python has openpyxl as a package; another Python on the path may not. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

function run(program: string, args: readonly string[], needs: string): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    throw new Error(`${basename(program)} failed; these tests need ${needs}.`, { cause });
  }
}

export const python = (...args: readonly string[]): string =>
  run(PYTHON, args, 'python3 with openpyxl (apt-get install python3-openpyxl)');

/** Converts files in one start of LibreOffice, with a profile of its own so that runs do not meet. */
function soffice(folder: string, to: string, files: readonly string[]): void {
  run(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      ...files,
    ],
    'LibreOffice Calc (apt-get install libreoffice-calc)',
  );
}

const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

/** What LibreOffice reads in each file: sheet name → rows of displayed text, by the files' names. */
export function libreOfficeReads(
  files: Readonly<Record<string, Uint8Array>>,
): Record<string, Record<string, string[][]>> {
  const folder = scratch();
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, `${name}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const out = join(folder, 'out');
  mkdirSync(out);
  soffice(out, CSV, paths);
  const result: Record<string, Record<string, string[][]>> = {};
  for (const name of Object.keys(files)) {
    const sheets: Record<string, string[][]> = {};
    for (const file of readdirSync(out)) {
      if (!file.startsWith(`${name}-`) || !file.endsWith('.csv')) continue;
      const text = readFileSync(join(out, file), 'utf8').trimEnd();
      sheets[file.slice(name.length + 1, -4)] = parse<string[]>(text, { delimiter: ',' }).data;
    }
    result[name] = sheets;
  }
  return result;
}

/** The files as LibreOffice writes them anew, by the names of `files`. */
export function libreOfficeWrites(
  files: Readonly<Record<string, Uint8Array>>,
): Record<string, Uint8Array> {
  const folder = scratch();
  const out = join(folder, 'out');
  mkdirSync(out);
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  soffice(out, 'xlsx:Calc MS Excel 2007 XML', paths);
  return Object.fromEntries(
    Object.keys(files).map((name) => [
      name,
      new Uint8Array(readFileSync(join(out, name.replace(/\.\w+$/, '.xlsx')))),
    ]),
  );
}

let everything: Uint8Array | undefined;

/** A workbook made by openpyxl that holds a bit of everything. */
export function openpyxlFile(): Uint8Array {
  if (!everything) {
    const path = join(scratch(), 'everything.xlsx');
    python(join(__dirname, 'everything.py'), path);
    everything = new Uint8Array(readFileSync(path));
  }
  return everything;
}

const READ_BACK = `
import json, sys, openpyxl
result = []
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    result.append({s.title: s.max_row for s in book.worksheets})
print(json.dumps(result))
`;

/** Loads each file with openpyxl, which is strict about schemas. @returns rows by sheet, per file */
export function openpyxlLoads(files: readonly Uint8Array[]): Record<string, number>[] {
  const folder = scratch();
  const paths = files.map((bytes, i) => {
    const path = join(folder, `${i}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  return JSON.parse(python('-c', READ_BACK, ...paths)) as Record<string, number>[];
}
