/** labelPositions(): on which side of its point each label of a scatter goes, so that labels stay readable. */
import { textWidth } from "./metrics.js";
import { inLanguage, type Words } from "./words.js";

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly label: Words;
}

/** The plotting area: pixels, and the axis ranges that fill them. */
export interface LabelArea {
  readonly width: number;
  readonly height: number;
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly fontSize: number;
  /** Where other texts stand already, in pixels from the area's upper left corner. */
  readonly taken?: readonly LabelBox[];
}

export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** plotly's names for the sides, nearest to the eye first, with where the label lies from the point. */
const sides = [
  ["top center", 0, -1],
  ["bottom center", 0, 1],
  ["middle right", 1, 0],
  ["middle left", -1, 0],
  ["top right", 1, -1],
  ["top left", -1, -1],
  ["bottom right", 1, 1],
  ["bottom left", -1, 1],
] as const;

export type LabelSide = (typeof sides)[number][0];

/** Pixels from a point to its label, and half of a marker. */
const gap = 5;
const halfMarker = 4;
/** A label over a marker hides data; one over another label is hard to read; one outside may be cut. */
const costs = { marker: 3, label: 2, outside: 4 } as const;

/** One `textposition` per point, for English labels (the longer ones). Greedy, from the most crowded point on. */
export function labelPositions(points: readonly LabelledPoint[], area: LabelArea): LabelSide[] {
  const places = points.map(({ x, y }) => ({
    x: ((x - area.x[0]) / (area.x[1] - area.x[0])) * area.width,
    y: (1 - (y - area.y[0]) / (area.y[1] - area.y[0])) * area.height,
  }));
  const markers = places.map(({ x, y }) => around(x, y, halfMarker, halfMarker));
  const crowding = places.map((a) => places.reduce((sum, b) => sum + 1 / (1 + Math.hypot(a.x - b.x, a.y - b.y)), 0));
  const order = [...points.keys()].sort((a, b) => (crowding[b] ?? 0) - (crowding[a] ?? 0));
  const chosen: LabelSide[] = points.map(() => "top center");
  const labels: LabelBox[] = [...(area.taken ?? [])];
  for (const at of order) {
    const [point, place] = [points[at], places[at]];
    if (point === undefined || place === undefined) continue;
    const width = textWidth(inLanguage(point.label, "en"), area.fontSize);
    const candidates = sides.map(([side, right, down], rank) => {
      const box = around(
        place.x + right * (gap + width / 2),
        place.y + down * (gap + area.fontSize / 2),
        width / 2,
        area.fontSize / 2,
      );
      return { side, box, cost: rank / sides.length + costOf(box, markers, labels, area) };
    });
    const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a));
    chosen[at] = best.side;
    labels.push(best.box);
  }
  return chosen;
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): LabelBox {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function costOf(box: LabelBox, markers: readonly LabelBox[], labels: readonly LabelBox[], area: LabelArea): number {
  const hits = (others: readonly LabelBox[]) => others.filter((other) => overlaps(box, other)).length;
  const isOutside = box.left < 0 || box.right > area.width || box.top < 0 || box.bottom > area.height;
  return costs.marker * hits(markers) + costs.label * hits(labels) + (isOutside ? costs.outside : 0);
}

function overlaps(a: LabelBox, b: LabelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
