/** The package `@soundings/display`: what a notebook cell may show. No execution, no arithmetic of the reports. */
export { type Displayable, jupyterDisplay, type MimeBundle } from "./bundle.js";
export { markdown, note, type Outcome, verdict } from "./callout.js";
export { type CardOptions, type CardRow, card } from "./card.js";
export { type ChartMeta, type ChartOptions, type ChartSpec, chart, type Translation } from "./chart.js";
export { type CompareOptions, type Comparison, compare } from "./compare.js";
export { bundleOf, display } from "./display.js";
export { type FrameLike, type FrameOptions, frame, frameBundle, isFrame } from "./frame.js";
export { type LabelArea, type LabelBox, type LabelledPoint, type LabelSide, labelPositions } from "./label-positions.js";
export { breakLines } from "./metrics.js";
export { formatNumber, formatWithUnit, type NumberStyle } from "./number.js";
export {
  chartSize,
  cityColor,
  cityStyle,
  fontFamily,
  inks,
  palette,
  paper,
  type SeriesStyle,
  type Shade,
  scale,
  seriesStyle,
} from "./style.js";
export { type Column, type TableOptions, table } from "./table.js";
export { escapeHtml, inLanguage, type Language, textColumns, type Words, wordsToHtml } from "./words.js";
