/**
 * Draws assets/icons/icon-*.png: a ledger sheet with a red warning lamp. Edges of the sheet are
 * snapped to whole pixels, so that small sizes stay crisp; everything else is supersampled.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { root } from './setup.mjs';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];
const SAMPLES = 8; // a side of each pixel

const INK = [0x1b, 0x3a, 0x57, 255];
const PAPER = [255, 255, 255, 255];
const HEAD = [0x0f, 0x6c, 0xbd, 255];
const RULE = [0xa9, 0xb8, 0xc6, 255];
const LAMP = [0xd1, 0x34, 0x38, 255];
const LAMP_EDGE = [0x9c, 0x1c, 0x22, 255];
const SHINE = [255, 0xd6, 0xd3, 255];
const NOTHING = [0, 0, 0, 0];

const box = (left, top, right, bottom, radius = 0) => {
  return (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    const within = x >= left && x < right && y >= top && y < bottom;
    return within && (radius === 0 || Math.hypot(dx, dy) <= radius);
  };
};
const disc = (cx, cy, radius) => (x, y) => Math.hypot(x - cx, y - cy) <= radius;

/** @returns shapes with their colours in pixels of that size; a later one covers an earlier. */
function layers(size) {
  const px = (part) => Math.round(part * size);
  const line = Math.max(1, px(1 / 20));
  const [left, top, right, bottom] = [px(1 / 16), px(1 / 16), px(13 / 16), px(15 / 16)];
  const head = top + line + Math.max(2, px(0.13));
  const rounding = size / 12;
  const step = Math.max(line + 1, Math.round((bottom - line - head) / 4));
  const margin = line + Math.max(1, px(0.06));
  const rules = [1, 2, 3].map((row) => head + row * step - line);
  const split = px(0.42);
  const lamp = { x: px(0.71), y: px(0.71), radius: px(0.25) };
  return [
    [box(left, top, right, bottom, rounding), INK],
    [box(left + line, top + line, right - line, bottom - line, Math.max(0, rounding - line)), PAPER],
    [box(left + line, top + line, right - line, head), HEAD],
    ...rules.flatMap((y) => [
      [box(left + margin, y, split, y + line), RULE],
      [box(split + line, y, right - margin, y + line), RULE],
    ]),
    [disc(lamp.x, lamp.y, lamp.radius + Math.max(1, size / 20)), NOTHING],
    [disc(lamp.x, lamp.y, lamp.radius), LAMP_EDGE],
    [disc(lamp.x, lamp.y, lamp.radius - size / 28), LAMP],
    [disc(lamp.x - size * 0.075, lamp.y - size * 0.085, size * 0.055), SHINE],
  ];
}

/** @returns RGBA bytes, row by row. */
function draw(size) {
  const shapes = layers(size).reverse();
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const sx = x + ((i % SAMPLES) + 0.5) / SAMPLES;
        const sy = y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
        const [, colour] = shapes.find(([covers]) => covers(sx, sy)) ?? [null, NOTHING];
        if (colour[3] > 0) colour.forEach((part, channel) => (sum[channel] += part));
      }
      const covered = sum[3] / 255; // samples that hit something
      const at = (y * size + x) * 4;
      for (let c = 0; c < 3; c++) pixels[at + c] = covered ? Math.round(sum[c] / covered) : 0;
      pixels[at + 3] = Math.round(sum[3] / (SAMPLES * SAMPLES));
    }
  }
  return pixels;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** @returns a PNG file of 8-bit RGBA pixels. */
function png(size, pixels) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
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

mkdirSync(`${root}assets/icons`, { recursive: true });
for (const size of SIZES) {
  writeFileSync(`${root}assets/icons/icon-${size}.png`, png(size, draw(size)));
}
