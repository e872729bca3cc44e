/**
 * Draws assets/icons: the add-in's own, a ledger sheet with a red warning lamp, and one for each
 * command. Straight edges are snapped to whole pixels, so that small sizes stay crisp.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { paint } from './png.mjs';
import { root } from './setup.mjs';

const COMMAND_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const INK = [0x1b, 0x3a, 0x57, 255];
const PAPER = [255, 255, 255, 255];
const BLUE = [0x0f, 0x6c, 0xbd, 255];
const GREY = [0xa9, 0xb8, 0xc6, 255];
const RED = [0xd1, 0x34, 0x38, 255];
const DARK_RED = [0x9c, 0x1c, 0x22, 255];
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
const triangle = (ax, ay, bx, by, cx, cy) => {
  const side = (px, py, qx, qy, x, y) => (qx - px) * (y - py) - (qy - py) * (x - px);
  return (x, y) => {
    const sides = [
      side(ax, ay, bx, by, x, y),
      side(bx, by, cx, cy, x, y),
      side(cx, cy, ax, ay, x, y),
    ];
    return sides.every((s) => s >= 0) || sides.every((s) => s <= 0);
  };
};
/** Part of a ring, clockwise; angles in turns from three o'clock. */
const arc = (cx, cy, radius, width, from, to) => (x, y) => {
  const turn = (Math.atan2(y - cy, x - cx) / (2 * Math.PI) - from + 2) % 1;
  return Math.abs(Math.hypot(x - cx, y - cy) - radius) <= width / 2 && turn <= to - from;
};
/** A box turned by an eighth, its sides along the diagonals. */
const slanted = (cx, cy, halfLength, halfWidth) => (x, y) => {
  const along = (x - cx - (y - cy)) / Math.SQRT2;
  const across = (x - cx + (y - cy)) / Math.SQRT2;
  return Math.abs(along) <= halfLength && Math.abs(across) <= halfWidth;
};
const lampAt = (x, y, radius, size) => [
  [disc(x, y, radius), DARK_RED],
  [disc(x, y, radius - size / 28), RED],
];

/** Each drawing is a list of shapes in pixels; a later one covers an earlier. */
const DRAWINGS = {
  icon(size) {
    const px = (part) => Math.round(part * size);
    const line = Math.max(1, px(1 / 20));
    const [left, top, right, bottom] = [px(1 / 16), px(1 / 16), px(13 / 16), px(15 / 16)];
    const head = top + line + Math.max(2, px(0.13));
    const rounding = size / 12;
    const step = Math.max(line + 1, Math.round((bottom - line - head) / 4));
    const margin = line + Math.max(1, px(0.06));
    const split = px(0.42);
    const lamp = { x: px(0.71), y: px(0.71), radius: px(0.25) };
    const inner = [left + line, top + line, right - line, bottom - line];
    return [
      [box(left, top, right, bottom, rounding), INK],
      [box(...inner, Math.max(0, rounding - line)), PAPER],
      [box(left + line, top + line, right - line, head), BLUE],
      ...[1, 2, 3].flatMap((row) => {
        const y = head + row * step - line;
        return [
          [box(left + margin, y, split, y + line), GREY],
          [box(split + line, y, right - margin, y + line), GREY],
        ];
      }),
      [disc(lamp.x, lamp.y, lamp.radius + Math.max(1, size / 20)), NOTHING],
      ...lampAt(lamp.x, lamp.y, lamp.radius, size),
      [disc(lamp.x - size * 0.075, lamp.y - size * 0.085, size * 0.055), SHINE],
    ];
  },
  run(size) {
    const half = Math.max(1, Math.round(size / 16)); // of the mark's width
    const middle = size / 2;
    const dot = Math.round(size * 0.65);
    return [
      ...lampAt(middle, middle, size * 0.44, size),
      [box(middle - half, Math.round(size * 0.25), middle + half, Math.round(size * 0.57)), PAPER],
      [box(middle - half, dot, middle + half, dot + 2 * half), PAPER],
    ];
  },
  refresh(size) {
    const [middle, radius, width] = [size / 2, size * 0.34, Math.max(1.6, size * 0.1)];
    const head = size * 0.2;
    const [x, y] = [middle + radius, middle];
    return [
      [arc(middle, middle, radius, width, 0.1, 0.95), BLUE],
      [triangle(x - head, y - head * 0.3, x + head, y - head * 0.3, x, y + head), BLUE],
    ];
  },
  undo(size) {
    const [x, y, radius, width] = [size * 0.53, size * 0.6, size * 0.29, Math.max(1.6, size * 0.1)];
    const [tip, neck, head] = [size * 0.06, size * 0.36, size * 0.2];
    return [
      [arc(x, y, radius, width, 0.75, 1.25), INK],
      [box(neck, y - radius - width / 2, x, y - radius + width / 2), INK],
      [box(size * 0.3, y + radius - width / 2, x, y + radius + width / 2), INK],
      [triangle(tip, y - radius, neck, y - radius - head, neck, y - radius + head), INK],
    ];
  },
  clear(size) {
    const [x, y] = [size * 0.52, size * 0.45];
    const line = Math.max(1, Math.round(size / 16));
    const floor = Math.round(size * 0.88);
    const cut = (covers) => (px, py) => covers(px, py) && px - py < size * 0.02;
    return [
      [slanted(x, y, size * 0.38, size * 0.21), INK],
      [slanted(x, y, size * 0.38 - line, size * 0.21 - line), PAPER],
      [cut(slanted(x, y, size * 0.38 - line, size * 0.21 - line)), SHINE],
      [box(Math.round(size * 0.3), floor - line, Math.round(size * 0.94), floor), GREY],
    ];
  },
  customer(size) {
    const px = (part) => Math.round(part * size);
    const line = Math.max(1, px(1 / 16));
    const [left, top, right, bottom] = [px(1 / 16), px(3 / 16), px(15 / 16), px(13 / 16)];
    const [x, shoulders] = [size * 0.31, size * 0.69];
    return [
      [box(left, top, right, bottom, size / 12), INK],
      [box(left + line, top + line, right - line, bottom - line), PAPER],
      [disc(x, size * 0.41, size * 0.09), BLUE],
      [(sx, sy) => sy < shoulders && disc(x, shoulders, size * 0.16)(sx, sy), BLUE],
      [box(px(0.55), px(0.36), px(0.84), px(0.36) + line), GREY],
      [box(px(0.55), px(0.48), px(0.84), px(0.48) + line), GREY],
      [box(px(0.55), px(0.6), px(0.73), px(0.6) + line), RED],
    ];
  },
};

mkdirSync(`${root}assets/icons`, { recursive: true });
for (const [name, shapes] of Object.entries(DRAWINGS)) {
  for (const size of name === 'icon' ? [...COMMAND_SIZES, 128] : COMMAND_SIZES) {
    writeFileSync(`${root}assets/icons/${name}-${size}.png`, paint(size, shapes(size)));
  }
}
