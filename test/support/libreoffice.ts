import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { read, type CellObject } from '@e965/xlsx';
import { cellAddress } from '../../src/host/model/address';

type Cell = string | number;

/** A cell as LibreOffice calculates it, zero-based; '' for a blank one. */
export type Judged = (sheet: string, row: number, column: number) => Cell;

/** @returns the file as LibreOffice calculates it. */
export function recalculated(file: Uint8Array): Judged {
  const probe = spawnSync('soffice', ['--version']);
  if (probe.error) {
    throw new Error(
      'LibreOffice (soffice) is needed to judge formulas: apt-get install libreoffice-calc',
    );
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'judge-'));
  try {
    writeFileSync(path.join(folder, 'run.xlsx'), withoutValues(file));
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const out = path.join(folder, 'out');
    const args = [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML'];
    execFileSync('soffice', [...args, '--outdir', out, path.join(folder, 'run.xlsx')], {
      stdio: 'pipe',
      timeout: 120_000,
    });
    const judged = read(readFileSync(path.join(out, 'run.xlsx')));
    return (sheet, row, column) => {
      const cell = judged.Sheets[sheet]![cellAddress(row, column)] as CellObject | undefined;
      return cell?.t === 'e' ? (cell.w ?? '#?') : ((cell?.v as Cell | undefined) ?? '');
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file without any calculated value, so that whoever opens it must calculate. */
function withoutValues(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  for (const name of Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/'))) {
    const text = strFromU8(parts[name]!);
    parts[name] = strToU8(text.replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
}
