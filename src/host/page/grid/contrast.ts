import { GRID_COLORS, type Appearance } from './gridTheme';

/** @param color - `#RRGGBB` @returns relative luminance as WCAG defines it, 0…1 */
function luminance(color: string): number {
  const channel = (at: number) => {
    const c = parseInt(color.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const LEAST_CONTRAST = 2;
const cache = new Map<string, string>();

/**
 * @param color - what the cell says; null is automatic
 * @returns `color`, or an ink that can be read where it cannot, as black text on dark paper
 */
export function readableOn(
  background: string,
  color: string | null,
  appearance: Appearance,
): string {
  const key = `${background}${color}${appearance}`;
  let ink = cache.get(key);
  if (ink === undefined) {
    if (color && contrast(background, color) >= LEAST_CONTRAST) ink = color;
    else {
      const [own, other] =
        appearance === 'light' ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
      ink =
        contrast(background, GRID_COLORS[own].ink) >= contrast(background, GRID_COLORS[other].ink)
          ? GRID_COLORS[own].ink
          : GRID_COLORS[other].ink;
      // White on white is what a cell means when it says so: hidden text stays hidden.
      if (color && appearance === 'light') ink = color;
    }
    cache.set(key, ink);
  }
  return ink;
}
