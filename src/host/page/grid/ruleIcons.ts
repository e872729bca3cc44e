import type { GridColors } from './gridTheme';

const GREEN = '#3fa34d';
const YELLOW = '#f2b632';
const ORANGE = '#e8833a';
const RED = '#d64545';
const GRAY = '#8a8f98';
const BLACK = '#3b3f45';

const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${body}</svg>`;

const circle = (fill: string) => svg(`<circle cx="8" cy="8" r="6.5" fill="${fill}"/>`);
const arrow = (angle: number, fill: string) =>
  svg(`<path transform="rotate(${angle} 8 8)" fill="${fill}" d="M8 1.5 14 8h-3.6v6.5H5.6V8H2z"/>`);
const flag = (fill: string) =>
  svg(`<path fill="${BLACK}" d="M3 1h1.5v14H3z"/><path fill="${fill}" d="M4.5 2 14 5.5 4.5 9z"/>`);
const sign = (shape: string, fill: string, mark: string) =>
  svg(
    `<path fill="${fill}" d="${shape}"/><path fill="none" stroke="#fff" stroke-width="1.8" d="${mark}"/>`,
  );
const rounded = 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13';
const check = (fill: string) => sign(rounded, fill, 'M4.8 8.3 7 10.5l4.3-4.6');
const exclamation = (fill: string) => sign(rounded, fill, 'M8 4v5M8 10.6v1.6');
const cross = (fill: string) => sign(rounded, fill, 'm5.4 5.4 5.2 5.2M10.6 5.4l-5.2 5.2');
const diamond = (fill: string) => svg(`<path fill="${fill}" d="m8 1.5 6.5 6.5L8 14.5 1.5 8z"/>`);
const triangle = (fill: string) => svg(`<path fill="${fill}" d="M8 2 15 14H1z"/>`);
const bars = (full: number) =>
  svg(
    [0, 1, 2, 3]
      .map(
        (i) =>
          `<rect x="${1.5 + i * 3.4}" y="${11 - i * 3}" width="2.6" height="${3.5 + i * 3}" fill="${i < full ? '#2f6fce' : '#c9ccd1'}"/>`,
      )
      .join(''),
  );
const pie = (quarters: number) => {
  const [x, y] = [
    [8, 1.5],
    [14.5, 8],
    [8, 14.5],
    [1.5, 8],
  ][quarters % 4] as [number, number];
  const slice =
    quarters === 4
      ? `<circle cx="8" cy="8" r="6.5" fill="${BLACK}"/>`
      : quarters === 0
        ? ''
        : `<path fill="${BLACK}" d="M8 8V1.5A6.5 6.5 0 ${quarters > 2 ? 1 : 0} 1 ${x} ${y}z"/>`;
  return svg(`<circle cx="8" cy="8" r="6.5" fill="#fff" stroke="${BLACK}"/>${slice}`);
};

const three = [RED, YELLOW, GREEN];
const SETS: Readonly<Record<string, readonly string[]>> = {
  '3Arrows': [arrow(180, RED), arrow(90, YELLOW), arrow(0, GREEN)],
  '3ArrowsGray': [arrow(180, GRAY), arrow(90, GRAY), arrow(0, GRAY)],
  '3Flags': three.map(flag),
  '3TrafficLights1': three.map(circle),
  '3TrafficLights2': three.map(circle),
  '3Signs': [diamond(RED), triangle(YELLOW), circle(GREEN)],
  '3Symbols': [cross(RED), exclamation(YELLOW), check(GREEN)],
  '3Symbols2': [cross(RED), exclamation(YELLOW), check(GREEN)],
  '4Arrows': [arrow(180, RED), arrow(135, YELLOW), arrow(45, YELLOW), arrow(0, GREEN)],
  '4ArrowsGray': [arrow(180, GRAY), arrow(135, GRAY), arrow(45, GRAY), arrow(0, GRAY)],
  '4TrafficLights': [circle(BLACK), circle(RED), circle(YELLOW), circle(GREEN)],
  '4RedToBlack': [circle(BLACK), circle(GRAY), circle('#e79a9a'), circle(RED)],
  '4Rating': [1, 2, 3, 4].map(bars),
  '5Arrows': [
    arrow(180, RED),
    arrow(135, ORANGE),
    arrow(90, YELLOW),
    arrow(45, YELLOW),
    arrow(0, GREEN),
  ],
  '5ArrowsGray': [180, 135, 90, 45, 0].map((angle) => arrow(angle, GRAY)),
  '5Quarters': [0, 1, 2, 3, 4].map(pie),
  '5Rating': [0, 1, 2, 3, 4].map(bars),
};

/** @param set - name as in files @param index - from the lowest up @returns SVG text */
export const ruleIconSvg = (set: string, index: number): string =>
  (SETS[set] ?? SETS['3TrafficLights1']!)[index] ?? '';

/** @returns the arrow on a filter header; a funnel when the filter is on. */
export const filterArrowSvg = (active: boolean, colors: GridColors): string =>
  svg(
    `<rect x=".5" y=".5" width="15" height="15" rx="3" fill="${colors.paper}" stroke="${colors.line}"/>` +
      (active
        ? `<path fill="${colors.accent}" d="M3.5 4h9L9.2 8.3V13L6.8 11.6V8.3z"/>`
        : `<path fill="none" stroke="${colors.headerInk}" stroke-width="1.6" d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`),
  );
