/** What a cell could write to harm the page or its reader, and a notebook full of it. */
import { codeCell, lines, notebook, shown, textCell } from "./rich.js";

/** Each sets `attacked` on the window, leaves the page, fetches, or hides what the page says. */
export const attacks: readonly string[] = [
  "<script>window.attacked = 1</script>",
  '<img src="x" onerror="window.attacked = 1">',
  '<img src="http://127.0.0.1:9/beacon.png">',
  '<svg onload="window.attacked = 1"><script>window.attacked = 1</script></svg>',
  '<a href="javascript:window.attacked = 1">click</a>',
  '<a href="data:text/html,<script>window.attacked = 1</script>">click</a>',
  "<style>body { display: none !important }</style>",
  '<link rel="stylesheet" href="http://127.0.0.1:9/hide.css">',
  '<div style="position: fixed; inset: 0; background: white; z-index: 999">covered</div>',
  '<div style="margin-top: -9999px; transform: scale(99)">moved</div>',
  '<div style="background-image: url(http://127.0.0.1:9/x.png)">fetched</div>',
  '<div class="skip js vh" id="text">classes and ids of the page</div>',
  '<div style="width: 9000px; padding: 2000px; font-size: 600px">wide</div>',
  `<p style="white-space: nowrap">${"wide ".repeat(2000)}</p>`,
  `<table><caption><span style="white-space: nowrap">${"wide ".repeat(2000)}</span></caption><tbody><tr><td style="white-space: nowrap">${"wide ".repeat(2000)}</td></tr></tbody><tfoot><tr><td><span style="white-space: nowrap">${"wide ".repeat(2000)}</span></td></tr></tfoot></table>`,
  "<marquee>moving</marquee>",
  '<iframe srcdoc="<script>parent.attacked = 1</script>"></iframe>',
  '<form action="http://127.0.0.1:9/"><input name="secret"><button>send</button></form>',
  '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
  '<base href="http://127.0.0.1:9/">',
  '<object data="http://127.0.0.1:9/x"></object><embed src="http://127.0.0.1:9/x">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.attacked=1&gt;">',
  '<details open ontoggle="window.attacked = 1"><summary>s</summary></details>',
];

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="400" onload="window.attacked = 1">
<style>body { display: none }</style><script>window.attacked = 1</script>
<foreignObject><body onload="window.attacked = 1"></body></foreignObject>
<a href="javascript:window.attacked = 1"><text>t</text></a>
<image href="http://127.0.0.1:9/x.png"/><use href="http://127.0.0.1:9/x.svg#a"/>
<rect fill="url(http://127.0.0.1:9/x.svg#b)" width="9" height="9"/></svg>`;

const plotly = {
  data: [{ type: "scatter", x: [1, 2], y: [1, 2], name: "</script><script>window.attacked = 1</script>" }],
  layout: {
    title: { text: '<a href="javascript:window.attacked = 1">t</a>' },
    images: [{ source: "http://127.0.0.1:9/x.png", x: 0, y: 1, sizex: 1, sizey: 1 }],
  },
};

export const hostileNotebook = () =>
  notebook([
    textCell(["# Hostile", ...attacks, "[click](javascript:window.attacked=1)", "![x](http://127.0.0.1:9/y.png)"].join("\n\n")),
    codeCell(
      "attack()",
      attacks.map((html) => ({ output_type: "display_data", metadata: {}, data: { "text/html": html } })),
    ),
    codeCell("svg()", [{ output_type: "display_data", metadata: {}, data: { "image/svg+xml": svg } }]),
    codeCell("plotly()", [
      {
        output_type: "display_data",
        metadata: {},
        data: {
          "application/vnd.plotly.v1+json": plotly,
          "image/svg+xml": svg,
          "text/plain": '"><script>window.attacked = 1</script>',
        },
      },
    ]),
    codeCell("</script><script>window.attacked = 1</script>", [
      { output_type: "stream", name: "stdout", text: "<script>window.attacked = 1</script>" },
      { output_type: "error", ename: "<b>", evalue: "<script>window.attacked = 1</script>", traceback: ["\u001b[31m<i>"] },
    ]),
    textCell("The page goes on."),
  ]);

/** A chart whose translations lead out of the chart, and one that does not. */
export async function pollutingNotebook(): Promise<Record<string, unknown>> {
  const output = await shown(lines());
  const { layout } = (output.data as Record<string, { layout: { meta: { soundings: Record<string, unknown> } } }>)[
    "application/vnd.plotly.v1+json"
  ] as { layout: { meta: { soundings: Record<string, unknown> } } };
  layout.meta.soundings.translations = [
    [["layout", "__proto__", "polluted"], "yes"],
    [["layout", "constructor", "polluted"], "yes"],
    [["layout", "xaxis", "title", "text"], "年份"],
  ];
  return notebook([textCell("# Chart", "# 图"), codeCell("chart()", [output])]);
}
