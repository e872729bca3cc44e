import { deflateSync, inflateSync } from 'fflate';
import { FileError } from './fileError';

/** A file inside a zip archive, its bytes still as they were packed. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  /** DOS time and date, as one 32-bit number. */
  readonly time: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980: the same input gives the same archive on any day. */
const NO_TIME = 0x00210000;
const BIG = 4 << 20;
const utf8 = new TextEncoder();

/** @throws FileError when `bytes` are no zip archive or damaged */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new FileError('NotAWorkbook', 'The file is not a zip archive.');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  if (at === 0xffffffff) at = Number(view.getBigUint64(zip64Directory(view, end), true));
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if ((view.getUint16(at + 8, true) & 1) !== 0) {
      throw new FileError('Encrypted', `${name} is encrypted.`);
    }
    const wide = zip64Fields(view, at + 46 + nameLength, extraLength);
    const pick = (offset: number) => {
      const value = view.getUint32(at + offset, true);
      return value === 0xffffffff ? (wide.shift() ?? value) : value;
    };
    const size = pick(24);
    const packedSize = pick(20);
    const local = pick(42);
    if (local + 30 > bytes.length) throw new FileError('Damaged', `${name} lies outside the file.`);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (!name.endsWith('/')) {
      entries.push({
        name,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        size,
        packed: bytes.subarray(data, data + packedSize),
        time: view.getUint32(at + 12, true),
      });
    }
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function zip64Directory(view: DataView, end: number): number {
  return Number(view.getBigUint64(end - 20 + 8, true)) + 48;
}

/** The 64-bit numbers that stand in for those which read 0xFFFFFFFF, in their order. */
function zip64Fields(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = view.getUint16(at + 2, true) >> 3;
    return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + 8 * i, true)));
  }
  return [];
}

/** @throws FileError when the entry is packed in an unknown way or damaged */
export function unpack(entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return entry.packed;
  if (entry.method !== 8) {
    throw new FileError('Damaged', `${entry.name} is packed by method ${entry.method}.`);
  }
  try {
    return inflateSync(entry.packed, { out: new Uint8Array(entry.size) });
  } catch (cause) {
    throw new FileError('Damaged', `${entry.name} cannot be unpacked.`, { cause });
  }
}

export function pack(name: string, bytes: Uint8Array): ZipEntry {
  return {
    name,
    method: 8,
    crc: crc32(bytes),
    size: bytes.length,
    // a big sheet is mostly waiting time: pack it fast rather than small
    packed: deflateSync(bytes, { level: bytes.length > BIG ? 1 : 6 }),
    time: NO_TIME,
  };
}

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((e) => utf8.encode(e.name));
  const total = entries.reduce((n, e, i) => n + 76 + 2 * names[i]!.length + e.packed.length, 22);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const u16 = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  const u32 = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const put = (part: Uint8Array) => {
    bytes.set(part, at);
    at += part.length;
  };
  const header = (entry: ZipEntry, nameLength: number) => {
    u16(20); // version needed
    u16(0x0800); // names are UTF-8
    u16(entry.method);
    u32(entry.time);
    u32(entry.crc);
    u32(entry.packed.length);
    u32(entry.size);
    u16(nameLength);
    u16(0); // no extra field
  };
  const offsets = entries.map((entry, i) => {
    const offset = at;
    u32(LOCAL);
    header(entry, names[i]!.length);
    put(names[i]!);
    put(entry.packed);
    return offset;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    u32(CENTRAL);
    u16(20); // version made by
    header(entry, names[i]!.length);
    u16(0); // comment
    u16(0); // disk
    u16(0); // internal attributes
    u32(0); // external attributes
    u32(offsets[i]!);
    put(names[i]!);
  });
  const directorySize = at - directory;
  u32(END);
  u32(0); // disks
  u16(entries.length);
  u16(entries.length);
  u32(directorySize);
  u32(directory);
  u16(0); // comment
  return bytes;
}

const CRC = Int32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  let i = 0;
  while (i < bytes.length) crc = CRC[(crc ^ bytes[i++]!) & 255]! ^ (crc >>> 8); // for…of is slower
  return ~crc >>> 0;
}
