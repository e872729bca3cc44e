import { readZip, unpack } from '../../../../src/host/file/zip';

/** All parts of a package by name, unpacked. */
export const zipParts = (file: Uint8Array): Map<string, Uint8Array> =>
  new Map(readZip(file).map((entry) => [entry.name, unpack(entry)]));

export const partText = (file: Uint8Array, name: string): string => {
  const part = zipParts(file).get(name);
  if (!part) throw new Error(`The file has no part ${name}.`);
  return new TextDecoder().decode(part);
};

/** Names of the parts that differ, `+` new and `-` gone ones. */
export function differences(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [zipParts(before), zipParts(after)];
  const result: string[] = [];
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(name), b.get(name)];
    if (!x) result.push(`+${name}`);
    else if (!y) result.push(`-${name}`);
    else if (Buffer.compare(x, y) !== 0) result.push(name);
  }
  return result.sort();
}

/** Elements of a sheet by path-like keys (`row 3`, `c B3`, `mergeCells` …) with their source. */
export function elementsOf(file: Uint8Array, part: string): Map<string, string> {
  const xml = partText(file, part);
  const map = new Map<string, string>();
  const data = /<sheetData>([\s\S]*)<\/sheetData>/.exec(xml);
  for (const row of data?.[1]?.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g) ?? []) {
    map.set(`row ${/ r="(\d+)"/.exec(` ${row[1]!}`)?.[1] ?? ''}`, row[1]!);
    for (const cell of row[2]?.matchAll(/<c r="([A-Z]+\d+)"(?:[^>]*?\/>|[\s\S]*?<\/c>)/g) ?? []) {
      map.set(`cell ${cell[1]!}`, cell[0]);
    }
  }
  const rest = xml.replace(/<sheetData>[\s\S]*<\/sheetData>/, '<sheetData/>');
  let depth = 0;
  let start = 0;
  const seen = new Map<string, number>();
  for (const tag of rest.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    const [whole, close, name, empty] = tag;
    if (!close && depth === 1) start = tag.index;
    if (!close && !empty) depth++;
    if (close) depth--;
    if (depth === 1 && (close || empty)) {
      const n = (seen.get(name!) ?? 0) + 1;
      seen.set(name!, n);
      map.set(n === 1 ? name! : `${name!} ${n}`, rest.slice(start, tag.index + whole.length));
    }
  }
  return map;
}

/** Keys of the elements that differ between two versions of a sheet. */
export function elementDifferences(before: Uint8Array, after: Uint8Array, part: string): string[] {
  const [a, b] = [elementsOf(before, part), elementsOf(after, part)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key)).sort();
}
