/** Draws a figure with plotly, which is loaded when the first chart shows. Here: its look. Not here: what is drawn. */
import type { Figure } from "../explain/figure.js";

/** Height of a chart in the pane, px. */
const height = 230;

/** Draws into an element that is on the page, in the page's own colours. */
export async function draw(figure: Figure, into: HTMLElement): Promise<void> {
  const { default: plotly } = await import("plotly.js/dist/plotly-basic.min.js");
  if (!into.isConnected) return;
  const style = getComputedStyle(into);
  const { lines = [], barmode, xTitle, yTitle, yFormat } = figure.layout;
  const ink = style.color;
  const layout = {
    height,
    margin: { l: 46, r: 34, t: 18, b: xTitle === undefined ? 24 : 38 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: style.fontFamily, size: 11, color: ink },
    showlegend: figure.data.length > 1,
    legend: { orientation: "h", y: 1.15 },
    ...(barmode && { barmode }),
    xaxis: { title: { text: xTitle ?? "", standoff: 4 }, fixedrange: true, zeroline: false, showgrid: false, automargin: true },
    yaxis: {
      title: { text: yTitle ?? "", standoff: 4 },
      fixedrange: true,
      gridcolor: "rgba(128,128,128,0.25)",
      ...(yFormat && { tickformat: yFormat }),
    },
    shapes: lines.map(({ at }) => ({
      type: "line",
      xref: "paper",
      x0: 0,
      x1: 1,
      y0: at,
      y1: at,
      line: { width: 1, dash: "dot", color: ink },
    })),
    annotations: lines.map(({ at, label }) => ({ xref: "paper", x: 1, xanchor: "left", y: at, text: label, showarrow: false })),
  };
  await plotly.newPlot(
    into,
    figure.data.map((trace) => ({
      ...trace,
      hoverinfo: "x+y",
      cliponaxis: false,
      ...(trace.text && { textposition: "outside", textangle: 0 }),
    })),
    layout,
    { displayModeBar: false, responsive: true },
  );
}
