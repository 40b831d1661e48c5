/** Colour arithmetic for tests of contrast and of colour-vision deficiencies. */

type Triple = readonly [number, number, number];

/** A hex colour as linear light, 0–1. */
export function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = ([a, b, c]: Triple, [x, y, z]: Triple) => a * x + b * y + c * z;
const luminance = (color: Triple) => dot(color, [0.2126, 0.7152, 0.0722]);

/** WCAG 2.2 contrast ratio of two hex colours, 1–21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What each kind of eye makes of linear light; Machado, Oliveira and Fernandes 2009, severity 1. */
export const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function lab(color: Triple): Triple {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f(dot(color, [0.4124, 0.3576, 0.1805]) / 0.95047);
  const y = f(luminance(color));
  const z = f(dot(color, [0.0193, 0.1192, 0.9505]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 difference of two hex colours as an eye of `kind` sees them. */
export function difference(one: string, other: string, kind: string): number {
  const [first, second] = [one, other].map((hex) => {
    const rows = eyes[kind] ?? [];
    const [r = 0, g = 0, b = 0] = rows.map((row) => Math.min(1, Math.max(0, dot(row, linear(hex)))));
    return lab([r, g, b]);
  });
  return Math.hypot(...(first ?? []).map((value, at) => value - (second?.[at] ?? 0)));
}
