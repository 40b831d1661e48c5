/**
 * The one chart style: colours, fonts, axes. Notebooks and pages take theirs from here.
 * Colours keep apart for readers with any of the three colour-vision deficiencies and differ in lightness, so that they
 * keep apart in grey too; lines and points differ in dash and symbol besides. tests/notebooks/display checks all of it.
 */

/** A colour on white paper and on the dark page. */
export interface Shade {
  readonly light: string;
  readonly dark: string;
}

export const paper: Shade = { light: "#ffffff", dark: "#14181d" };

/** Text and lines of a chart. */
export const inks = {
  text: { light: "#20262e", dark: "#e4e8ec" },
  muted: { light: "#59636f", dark: "#a3adb8" },
  axis: { light: "#8a939d", dark: "#6d7782" },
  grid: { light: "#e3e6e9", dark: "#2d343c" },
} as const satisfies Record<string, Shade>;

/** Series colours in the order in which they are used. */
export const palette: readonly Shade[] = [
  { light: "#013e55", dark: "#7aa7fd" },
  { light: "#a98602", dark: "#fedb74" },
  { light: "#26745a", dark: "#58d8b7" },
  { light: "#93012b", dark: "#db4c4d" },
  { light: "#378cdf", dark: "#b3e8ff" },
  { light: "#713d95", dark: "#a564b0" },
  { light: "#904201", dark: "#de802c" },
  { light: "#818e9d", dark: "#7f8387" },
];

/** From low to high, for surfaces: one hue, darker is more, never too dark for a dark label. */
export const scale: readonly [number, string][] = [
  [0, "#eef4f6"],
  [0.5, "#9cc4d4"],
  [1, "#3f89a6"],
];

const dashes = ["solid", "dash", "dot", "longdash", "dashdot"] as const;
const symbols = ["circle", "diamond", "square", "triangle-up", "x"] as const;

export const fontFamily =
  'Inter, "Helvetica Neue", Arial, "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

export const fontSizes = { text: 13, title: 16, source: 12 } as const;

/** Pixels of a drawn chart; a chart may set another height. */
export const chartSize = { width: 760, height: 420 } as const;

/** Colour, dash and symbol of a series. */
export interface SeriesStyle {
  readonly color: string;
  readonly dash: string;
  readonly symbol: string;
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

/** Style of the series at `position` in its chart, from 0. */
export function seriesStyle(position: number): SeriesStyle {
  return { color: pick(palette, position).light, dash: pick(dashes, position), symbol: pick(symbols, position) };
}

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** White or black, whichever can be read better on `color` ("#rrggbb"). */
export function textOn(color: string): string {
  const light = luminance(color);
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.05 ? "#ffffff" : "#000000";
}

/** Cities in fixed places, so that each keeps its colour in every notebook: [Chinese, English] */
const cities: readonly (readonly [string, string])[] = [
  ["北京", "Beijing"],
  ["深圳", "Shenzhen"],
  ["杭州", "Hangzhou"],
  ["上海", "Shanghai"],
  ["广州", "Guangzhou"],
  ["成都", "Chengdu"],
  ["郑州", "Zhengzhou"],
  ["天津", "Tianjin"],
  ["合肥", "Hefei"],
  ["武汉", "Wuhan"],
  ["苏州", "Suzhou"],
  ["重庆", "Chongqing"],
  ["南京", "Nanjing"],
  ["西安", "Xi'an"],
  ["长沙", "Changsha"],
  ["沈阳", "Shenyang"],
  ["宁波", "Ningbo"],
  ["厦门", "Xiamen"],
  ["青岛", "Qingdao"],
  ["济南", "Jinan"],
  ["无锡", "Wuxi"],
  ["福州", "Fuzhou"],
  ["东莞", "Dongguan"],
  ["大连", "Dalian"],
  ["佛山", "Foshan"],
  ["石家庄", "Shijiazhuang"],
  ["昆明", "Kunming"],
  ["长春", "Changchun"],
  ["哈尔滨", "Harbin"],
  ["南宁", "Nanning"],
  ["太原", "Taiyuan"],
  ["贵阳", "Guiyang"],
  ["南昌", "Nanchang"],
  ["温州", "Wenzhou"],
  ["海口", "Haikou"],
  ["兰州", "Lanzhou"],
  ["乌鲁木齐", "Urumqi"],
  ["呼和浩特", "Hohhot"],
  ["银川", "Yinchuan"],
  ["西宁", "Xining"],
];

/** A place for a city that has none of its own: always the same for the same name. */
function placeByName(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}

/** Style of a city, by its Chinese or English name, with or without 市. The forty cities above have one each. */
export function cityStyle(name: string): SeriesStyle {
  const plain = name.trim().replace(/市$/, "");
  const listed = cities.findIndex(([zh, en]) => zh === plain || en.toLowerCase() === plain.toLowerCase());
  const place = listed < 0 ? placeByName(plain.toLowerCase()) : listed;
  const round = Math.floor(place / palette.length);
  return { color: pick(palette, place).light, dash: pick(dashes, round), symbol: pick(symbols, round) };
}

/** Colour of a city: the same in every chart of every notebook. */
export function cityColor(name: string): string {
  return cityStyle(name).color;
}

/** What every axis has unless the chart says otherwise. */
export const axisStyle = {
  automargin: true,
  zeroline: false,
  gridcolor: inks.grid.light,
  linecolor: inks.axis.light,
  tickcolor: inks.axis.light,
  ticklen: 5,
  tickfont: { color: inks.muted.light, size: fontSizes.source },
  title: { font: { color: inks.muted.light, size: fontSizes.text }, standoff: 12 },
} as const;

/** The key of a surface. */
export const colorbarStyle = {
  thickness: 12,
  outlinewidth: 0,
  tickfont: { color: inks.muted.light, size: fontSizes.source },
  title: { font: { color: inks.muted.light, size: fontSizes.source } },
} as const;

/** What every chart has unless it says otherwise. Charts stay light where a page does not theme them. */
export const layoutStyle = {
  font: { family: fontFamily, size: fontSizes.text, color: inks.text.light },
  paper_bgcolor: paper.light,
  plot_bgcolor: paper.light,
  colorway: palette.map(({ light }) => light),
  margin: { l: 56, r: 20, t: 12, b: 48, pad: 0 },
  xaxis: { ...axisStyle, showgrid: false, showline: true, ticks: "outside" },
  yaxis: { ...axisStyle, showgrid: true, showline: false, ticks: "", ticklabelstandoff: 6 },
  legend: { orientation: "h", x: 0, xanchor: "left", y: 1.03, yanchor: "bottom", font: { color: inks.text.light } },
  hoverlabel: { font: { family: fontFamily, size: fontSizes.source } },
  hovermode: "closest",
  bargap: 0.28,
} as const;
