/** Draws a figure with plotly, which is loaded when the first chart shows. Here: its look. Not here: what is drawn. */
import type { Figure } from "../explain/figure.js";

/** Height of a chart in the pane, px. */
const height = 230;
/** Nearer than this share of the chart two lines have one label. */
const labelRoom = 0.09;

type Line = NonNullable<Figure["layout"]["lines"]>[number];

/** Draws into an element that is on the page, in the page's own colours. */
export async function draw(figure: Figure, into: HTMLElement): Promise<void> {
  const { default: plotly } = await import("plotly.js/dist/plotly-basic.min.js");
  if (!into.isConnected) return;
  const style = getComputedStyle(into);
  const traces = figure.data.map((trace) => ({
    ...trace,
    hoverinfo: "x+y",
    cliponaxis: false,
  }));
  await plotly.newPlot(into, traces, layoutOf(figure, style.color, style.fontFamily), {
    displayModeBar: false,
    responsive: true,
  });
}

function layoutOf({ data, layout }: Figure, ink: string, family: string): object {
  const { barmode, xTitle, yTitle, yFormat, range } = layout;
  const lies = data.some(({ orientation }) => orientation === "h");
  const hasLegend = data.length > 1;
  const named = { fixedrange: true, zeroline: false, showgrid: false, automargin: true };
  const measured = { fixedrange: true, automargin: true, gridcolor: "rgba(128,128,128,0.25)", ...(range && { range }) };
  const title = (text = "") => ({ title: { text, standoff: 8 } });
  return {
    height,
    margin: { l: 46, r: 12, t: hasLegend ? 30 : 18, b: xTitle === undefined ? 24 : 42 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family, size: 11, color: ink },
    showlegend: hasLegend,
    legend: { orientation: "h", y: 1.02, yanchor: "bottom" },
    ...(barmode && { barmode }),
    xaxis: { ...title(xTitle), ...(lies ? measured : named) },
    yaxis: {
      ...title(yTitle),
      ...(lies
        ? { ...named, autorange: "reversed", ticks: "outside", ticklen: 4, tickcolor: "rgba(0,0,0,0)" }
        : { ...measured, tickformat: yFormat ?? "," }),
    },
    ...linesOf(layout, lies, ink),
  };
}

/** Lines across the chart with their labels: above it where it lies, else in it. */
function linesOf({ lines = [], range }: Figure["layout"], lies: boolean, ink: string): object {
  const [across, along] = lies ? (["y", "x"] as const) : (["x", "y"] as const);
  const shapes = lines.map(({ at }) => ({
    type: "line",
    [`${across}ref`]: "paper",
    [`${across}0`]: 0,
    [`${across}1`]: 1,
    [`${along}0`]: at,
    [`${along}1`]: at,
    line: { width: 1, dash: "dot", color: ink },
  }));
  // The first label stands before its line and the others after theirs, so that near lines do not share the room.
  const place = (i: number) =>
    lies
      ? { yref: "paper", y: 1, yanchor: "bottom", xanchor: i === 0 ? "right" : "left" }
      : { xref: "paper", x: 0.02, xanchor: "left", yanchor: "bottom" };
  const annotations = together(lines, range).map(({ at, label }, i) => ({
    [along]: at,
    text: label,
    showarrow: false,
    ...place(i),
  }));
  return { shapes, annotations };
}

/** Lines too near for a label each share that of the first. */
function together(lines: readonly Line[], range: Figure["layout"]["range"]): Line[] {
  const room = range ? (range[1] - range[0]) * labelRoom : 0;
  const shared: { at: number; to: number; labels: string[] }[] = [];
  for (const { at, label } of [...lines].sort((a, b) => a.at - b.at)) {
    const last = shared.at(-1);
    if (last && at - last.to < room) {
      last.to = at;
      last.labels.push(label);
    } else shared.push({ at, to: at, labels: [label] });
  }
  return shared.map(({ at, labels }) => ({ at, label: labels.join(" · ") }));
}
