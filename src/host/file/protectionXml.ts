import type { ProtectionOptions, Sheet } from '../model/sheet';
import { element, flag, type XmlNode } from './xmlTree';

/** Attribute of the file ↔ option of Excel's API; the file says what is locked, the API what is allowed. */
const OPTIONS: readonly (readonly [attribute: string, option: string, lockedByDefault: boolean])[] =
  [
    ['objects', 'allowEditObjects', false],
    ['scenarios', 'allowEditScenarios', false],
    ['formatCells', 'allowFormatCells', true],
    ['formatColumns', 'allowFormatColumns', true],
    ['formatRows', 'allowFormatRows', true],
    ['insertColumns', 'allowInsertColumns', true],
    ['insertRows', 'allowInsertRows', true],
    ['insertHyperlinks', 'allowInsertHyperlinks', true],
    ['deleteColumns', 'allowDeleteColumns', true],
    ['deleteRows', 'allowDeleteRows', true],
    ['sort', 'allowSort', true],
    ['autoFilter', 'allowAutoFilter', true],
    ['pivotTables', 'allowPivotTables', true],
  ];
const HASH = ['password', 'algorithmName', 'hashValue', 'saltValue', 'spinCount'];

/** Takes the protection; of a password a file has only a hash, which no text typed later equals. */
export function readProtection(node: XmlNode, sheet: Sheet): void {
  if (!flag(node, 'sheet', false)) return;
  const options: Record<string, boolean | string> = {};
  for (const [attribute, option, locked] of OPTIONS) {
    options[option] = !flag(node, attribute, locked);
  }
  const noUnlocked = flag(node, 'selectUnlockedCells', false);
  const noLocked = flag(node, 'selectLockedCells', false);
  options.selectionMode = noUnlocked ? 'None' : noLocked ? 'Unlocked' : 'Normal';
  const hash = HASH.map((name) => node.attributes.get(name) ?? '').join('|');
  sheet.protection = { options, password: /^\|*$/.test(hash) ? null : `\u0000${hash}` };
}

export function protectionXml(sheet: Sheet): string {
  if (!sheet.protection) return '';
  const { options, password } = sheet.protection;
  return element('sheetProtection', {
    ...hashAttributes(password),
    sheet: true,
    ...Object.fromEntries(
      OPTIONS.map(([name, option, byDefault]) => {
        const locked = options[option] !== true;
        return [name, locked === byDefault ? null : locked];
      }),
    ),
    ...selectionAttributes(options),
  });
}

function selectionAttributes(options: ProtectionOptions): Record<string, boolean | null> {
  const mode = options.selectionMode;
  return {
    selectLockedCells: mode === 'None' || mode === 'Unlocked' ? true : null,
    selectUnlockedCells: mode === 'None' ? true : null,
  };
}

function hashAttributes(password: string | null): Record<string, string | null> {
  if (password === null || password === '') return {};
  if (!password.startsWith('\u0000')) return { password: legacyHash(password) };
  const parts = password.slice(1).split('|');
  return Object.fromEntries(HASH.map((name, i) => [name, parts[i] === '' ? null : parts[i]!]));
}

/** The 16-bit hash every version of Excel, WPS and LibreOffice checks; it guards against slips only. */
function legacyHash(password: string): string {
  let hash = 0;
  for (let i = password.length - 1; i >= 0; i--) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= password.charCodeAt(i) & 0xff;
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  return (hash ^ password.length ^ 0xce4b).toString(16).toUpperCase().padStart(4, '0');
}
