import { deflateSync } from 'node:zlib';

const SAMPLES = 8; // a side of each pixel

/**
 * Paints shapes by taking many samples of each pixel.
 * @param size - side in pixels
 * @param shapes - `[covers(x, y), [r, g, b, a]]` in pixels; a later one covers an earlier, and one
 *   whose colour has no opacity cuts a hole
 * @returns a PNG file
 */
export function paint(size, shapes) {
  const topFirst = shapes.toReversed();
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const sx = x + ((i % SAMPLES) + 0.5) / SAMPLES;
        const sy = y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
        const colour = topFirst.find(([covers]) => covers(sx, sy))?.[1];
        if (colour?.[3] > 0) colour.forEach((part, channel) => (sum[channel] += part));
      }
      const covered = sum[3] / 255; // samples that hit something
      const at = (y * size + x) * 4;
      for (let c = 0; c < 3; c++) pixels[at + c] = covered ? Math.round(sum[c] / covered) : 0;
      pixels[at + 3] = Math.round(sum[3] / (SAMPLES * SAMPLES));
    }
  }
  return encode(size, pixels);
}

/** @param pixels - RGBA bytes, row by row */
function encode(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA, deflate, no filter method, not interlaced
  const rows = [];
  for (let y = 0; y < size; y++) {
    rows.push(Buffer.from([0]), pixels.subarray(y * size * 4, (y + 1) * size * 4));
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
