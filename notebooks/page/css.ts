/** The page's one style sheet: screen in light and dark, narrow screens, print. Colours of charts come from display. */
import { inks, type Language, palette, paper, type Shade } from "@soundings/display";

/** Colours by name, light and dark. Text colours have a contrast of at least 4.5 on `paper` and `panel`. */
export const pageColors = {
  paper: { light: "#fdfdfb", dark: paper.dark },
  panel: { light: "#f4f4f0", dark: "#1c2127" },
  text: inks.text,
  muted: inks.muted,
  rule: { light: "#d9dcde", dark: "#343b44" },
  shade: { light: "#cdd1d4", dark: "#3d4650" },
  accent: { light: "#0b5a6e", dark: "#7cc7dc" },
  alarm: { light: "#93012b", dark: "#f58a98" },
  "code-keyword": { light: "#0b5a6e", dark: "#7cc7dc" },
  "code-string": { light: "#7a4a00", dark: "#e6bd77" },
  "code-comment": inks.muted,
  "code-number": { light: "#713d95", dark: "#cfa5e0" },
} as const satisfies Record<string, Shade>;

type Theme = keyof Shade;

/** Every colour that the chart style writes into an SVG, and the custom property that replaces it on the page. */
const chartShades: readonly Shade[] = [...Object.values(inks), ...palette];

function rgb(hex: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${channels.join(", ")})`;
}

/** Plotly writes colours into style attributes, where only !important reaches them. SVG and live chart are alike. */
function chartRules(): string {
  const rule = (color: string, replacement: string) =>
    `.plot [style*="fill: ${color}"]{fill:${replacement}!important}.plot [style*="stroke: ${color}"]{stroke:${replacement}!important}`;
  const shades = chartShades.map(({ light }, at) => rule(rgb(light), `var(--chart-${at})`));
  return [...shades, rule(rgb(paper.light), "var(--paper)")].join("\n");
}

function variables(theme: Theme): string {
  const own = Object.entries(pageColors).map(([name, shade]) => `--${name}:${shade[theme]}`);
  const charts = chartShades.map((shade, at) => `--chart-${at}:${shade[theme]}`);
  return [...own, ...charts, `color-scheme:${theme}`].join(";");
}

const themes = `
:root{${variables("light")}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${variables("dark")}}}
@media screen{:root[data-theme=dark]{${variables("dark")}}}
`;

const base = `
:root{--plot:Inter,"Helvetica Neue",Arial,"Liberation Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
--sans:Inter,"Helvetica Neue",system-ui,Arial,"Liberation Sans","DejaVu Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
--serif:Charter,"Iowan Old Style","Source Serif 4","Palatino Linotype",Palatino,Georgia,"Liberation Serif","DejaVu Serif","Songti SC","Noto Serif CJK SC","Source Han Serif SC","Microsoft YaHei",serif;
--mono:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace}
:root:lang(zh-Hans),:lang(zh-Hans){--sans:Inter,"Helvetica Neue",Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--paper);color:var(--text);font:1.0625rem/1.65 var(--serif);font-kerning:normal;text-rendering:optimizeLegibility;overflow-wrap:break-word}
:lang(zh-Hans){line-break:strict;text-spacing-trim:trim-start;text-autospace:normal}
html[lang=zh-Hans] body{font-family:var(--sans)}
.prose[lang=zh-Hans],html[lang=zh-Hans] .prose{line-height:1.85;font-size:1rem}
.prose:lang(zh-Hans) em{font-style:normal;text-emphasis:filled dot;text-emphasis-position:under right}
html[lang=en] [data-lang=zh],html[lang=zh-Hans] [data-lang=en]{display:none!important}
html[lang=zh-Hans] span[data-lang=zh]{display:inline}
html[lang=zh-Hans] div[data-lang=zh],html[lang=zh-Hans] ol[data-lang=zh]{display:block}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:from-font}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
/* In English a Chinese name is one word: it is not broken unless a line has no room for it. */
[data-lang=en]{word-break:keep-all}
.whole{white-space:nowrap}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-100vw;top:0;z-index:9;background:var(--paper);padding:.75rem 1rem;font-family:var(--sans)}
.skip:focus{left:0}
`;

const frame = `
.page{display:grid;grid-template-columns:minmax(0,47rem);justify-content:center;gap:0 4rem;padding:0 1.25rem}
header.bar{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;padding:1.1rem 0;border-bottom:1px solid var(--rule);font:.8125rem/1.4 var(--sans)}
.brand{font-weight:650;letter-spacing:.02em}
.controls{display:none;flex-wrap:wrap;gap:.4rem}
.js .controls{display:flex}
button{font:inherit;font-family:var(--sans);color:var(--text);background:none;border:1px solid var(--rule);border-radius:4px;padding:.28rem .7rem;min-height:1.9rem;cursor:pointer}
button:hover{border-color:var(--accent);color:var(--accent)}
.open,.code-open .shut{display:none}
.code-open .open{display:inline}
main{padding-bottom:3rem;min-width:0}
nav.toc{font:.8125rem/1.45 var(--sans);padding-top:1.25rem}
nav.toc summary{font-weight:650;cursor:pointer;padding:.2rem 0}
nav.toc ol{list-style:none;margin:.5rem 0 0;padding:0}
nav.toc li.level-3 a{padding-left:1.75rem}
nav.toc a{display:block;color:var(--muted);text-decoration:none;padding:.28rem 0 .28rem .85rem;border-left:2px solid var(--rule)}
nav.toc a:hover{color:var(--accent)}
nav.toc a[aria-current]{color:var(--accent);border-left-color:var(--accent);font-weight:600}
@media (min-width:72rem){
.page:has(nav.toc){grid-template-columns:13rem minmax(0,47rem)}
nav.toc{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:3.4rem 0 2rem}
nav.toc summary{list-style:none;cursor:default}
}
footer{grid-column:1/-1;border-top:1px solid var(--rule);padding:1.75rem 0 3rem;font:.8125rem/1.55 var(--sans);color:var(--muted)}
footer h2{font:650 .875rem/1.4 var(--sans);color:var(--text);margin:0 0 .75rem}
footer dl{display:grid;grid-template-columns:minmax(7rem,max-content) minmax(0,1fr);gap:.3rem 1.5rem;margin:0}
footer dd{margin:0;overflow-wrap:anywhere}
footer ul{list-style:none;margin:0;padding:0}
footer code{color:inherit}
.banner{border:1px solid var(--alarm);border-left-width:4px;padding:.8rem 1.1rem;margin:1.75rem 0 0;font:.9375rem/1.5 var(--sans)}
`;

const prose = `
.prose>:first-child{margin-top:1.6em}
h1,h2,h3,h4{font-family:var(--sans);line-height:1.25;text-align:left;text-wrap:balance;letter-spacing:-.011em}
h1:lang(zh-Hans),h2:lang(zh-Hans),h3:lang(zh-Hans){letter-spacing:0;text-wrap:pretty;word-break:auto-phrase}
h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.5rem);font-weight:680;margin:2.9rem 0 1.1rem}
.prose h1:first-child{margin-top:2.9rem}
h2{font-size:1.4rem;font-weight:660;margin:3.2rem 0 .8rem}
.prose h2:first-child{margin-top:3.2rem}
h3{font-size:1.1rem;font-weight:650;margin:2.2rem 0 .6rem}
.prose>h1+p{font-size:1.17em;line-height:1.6;color:var(--muted)}
p,ul,ol,blockquote{margin:0 0 1.05em}
ul,ol{padding-left:1.4em}
li{margin:.25em 0}
li::marker{color:var(--muted)}
blockquote{margin-left:0;padding-left:1.2rem;border-left:2px solid var(--accent);color:var(--muted)}
hr{border:0;border-top:1px solid var(--rule);margin:2.5rem 0}
.prose img,.output img{max-width:100%;height:auto}
code{font:.86em var(--mono)}
:not(pre)>code{background:var(--panel);padding:.1em .32em;border-radius:3px;overflow-wrap:anywhere}
.anchor{margin-left:.4em;color:var(--muted);text-decoration:none;font-weight:400;opacity:0}
h1:hover .anchor,h2:hover .anchor,h3:hover .anchor,h4:hover .anchor,.anchor:focus{opacity:1}
.formula{display:block;overflow-x:auto;overflow-y:hidden;padding:.2rem 0}
.katex{font-size:1.08em}
.katex-display{margin:.6em 0}
`;

const cells = `
.cell{margin:.9rem 0}
details.code{font:.8125rem/1.4 var(--sans)}
details.code>summary::before{content:"▸";display:inline-block;width:1.1em}
details.code[open]>summary::before{content:"▾"}
.output{margin-top:.7rem}
/* What is too wide scrolls where it stands; the padding is room for outlines of what has the focus. */
.output,main>.prose{overflow-x:auto;overflow-y:hidden;margin-inline:-6px;padding-inline:6px}
/* A table that has no room in the column takes some of the margin before it scrolls. */
.output:has(>figure.table:only-child){overflow:visible}
.prose>table,.prose>p>img{max-width:100%}
details.code>summary{list-style:none;display:inline-block;cursor:pointer;color:var(--muted);padding:.25rem 0}
details.code>summary:hover{color:var(--accent)}
.code-text .k{color:var(--code-keyword)}
.code-text .s{color:var(--code-string)}
.code-text .c{color:var(--code-comment)}
.code-text .n{color:var(--code-number)}
.code-box{position:relative}
.code-box .copy{display:none;position:absolute;top:.5rem;right:.5rem;background:var(--panel);font-size:.75rem}
.js .code-box .copy{display:block}
.copied::after{content:" ✓"}
pre{font:.8125rem/1.6 var(--mono);margin:0 0 1em;padding:.95rem 1.1rem;background:var(--panel);border-radius:4px;overflow:auto;tab-size:2;text-align:left}
.code-box pre{margin:.35rem 0 0;padding-right:5rem;max-height:36rem}
pre.plain,pre.stream{background:none;border-left:2px solid var(--rule);border-radius:0;padding:.15rem 0 .15rem 1rem;max-height:24rem;white-space:pre-wrap}
pre.stderr{border-left-color:var(--alarm)}
.error{border-left:4px solid var(--alarm);padding:.1rem 0 .1rem 1rem;margin:0 0 1rem;font:.9375rem/1.5 var(--sans)}
.error p{margin:0 0 .5rem}
.error strong,.banner strong{color:var(--alarm)}
.error pre{white-space:pre-wrap;margin:0}
.omitted{font:.8125rem/1.5 var(--sans);color:var(--muted);margin:0 0 1rem}
.snd-callout{background:var(--panel);border-left:3px solid var(--accent);padding:.9rem 1.2rem;margin:0 0 1.2rem}
.snd-callout p{margin:0}
.snd-callout strong{font-family:var(--sans);font-size:.9375em}
.snd-fails{border-left-color:var(--alarm)}
.snd-open{border-left-style:dashed}
`;

const figures = `
figure{margin:1.2rem 0 2.4rem}
figcaption{font:600 .9375rem/1.45 var(--sans);margin-bottom:.7rem;text-wrap:pretty}
figcaption .number{color:var(--accent);margin-right:.45em}
.below{display:flex;flex-wrap:wrap;gap:.4rem 1rem;justify-content:space-between;align-items:baseline;font:.78125rem/1.5 var(--sans);color:var(--muted);margin-top:.55rem}
.below p{margin:0;flex:1 1 16rem}
.tools{display:none;gap:.4rem;margin-left:auto}
.js .tools{display:flex}
.tools button{font-size:.75rem;padding:.15rem .6rem;min-height:1.6rem;color:var(--muted)}
.plot{position:relative}
.static{overflow-x:auto}
.static svg{display:block;width:100%;height:auto;min-width:34rem}
.js .static svg{min-width:0}
.live{display:none}
.drawn>.live{display:block}
.drawn>.static{display:none}
.plot .main-svg{background:transparent!important}
.plot svg text{font-family:var(--plot)!important}
${chartRules()}
figure.table{--spare:clamp(0rem,(100vw - 49.5rem)/2 - .75rem,9rem);width:fit-content;min-width:100%;max-width:calc(100% + var(--spare))}
figure.table>:is(figcaption,.below){overflow:hidden}
.prose>figure.table,figure.card{width:auto;min-width:0;max-width:100%}
figure.card{max-width:40rem}
@media (min-width:72rem){.page:has(nav.toc) figure.table{--spare:clamp(0rem,(100vw - 66.5rem)/2 - .75rem,9rem)}}
/* A shadow lies at the edge behind which there is more; the paper that moves with the table covers it at the end. */
.box,.formula{--edge:linear-gradient(to right,var(--paper) 30%,transparent) 0 0/2.2rem 100% no-repeat local,linear-gradient(to left,var(--paper) 30%,transparent) 100% 0/2.2rem 100% no-repeat local,linear-gradient(to right,var(--shade),transparent) 0 0/.9rem 100% no-repeat scroll,linear-gradient(to left,var(--shade),transparent) 100% 0/.9rem 100% no-repeat scroll;background:var(--edge)}
.box{overflow:auto}
.card .box{--paper:var(--panel)}
.box.long{max-height:34rem;border-bottom:1px solid var(--rule);background:linear-gradient(to top,var(--paper) 30%,transparent) 0 100%/100% 2.6rem no-repeat local,linear-gradient(to top,var(--shade),transparent) 0 100%/100% 1.1rem no-repeat scroll,var(--edge)}
table{border-collapse:collapse;font:.875rem/1.45 var(--sans);font-variant-numeric:tabular-nums lining-nums;text-align:left}
.box table{width:100%}
th,td{padding:.45rem .9rem .45rem 0;vertical-align:baseline;border-bottom:1px solid var(--rule)}
th+th,th+td,td+td,td+th{padding-left:.6rem}
tr>:last-child{padding-right:.25rem}
[style*="--least"]{min-width:min(var(--least),var(--most,100ch))}
thead th{font-weight:600;border-bottom:1.5px solid var(--text);vertical-align:bottom}
.long thead :is(th,td){background:var(--paper) padding-box;position:sticky;top:0;z-index:1}
thead th{word-break:keep-all}
/* A long head over numbers has lines; else it would take the room that the words of other columns need. */
thead th[style*="right"]{max-width:max(var(--least,0ch),13ch)}
:is(th,td) code{overflow-wrap:normal;white-space:nowrap}
tbody th{font-weight:500}
table:has(thead){border-bottom:1.5px solid var(--text)}
.snd-unit{font-weight:400;color:var(--muted)}
td[style*="right"]{white-space:nowrap}
.snd-differs td:nth-last-child(2){color:var(--alarm);font-weight:600}
.card{background:var(--panel);padding:1.1rem 1.4rem .8rem}
.card figcaption{margin-bottom:.35rem}
.card tr:last-child>*{border-bottom:0}
.card tbody th{font-weight:400;color:var(--muted);min-width:7rem}
.card td{font-weight:600}
.card td+td{font-weight:400;color:var(--muted);font-size:.8125rem}
`;

const narrow = `
@media (max-width:34rem){
body{font-size:1rem}
.page{padding:0 1rem}
pre{font-size:.75rem;padding:.8rem}
h2{margin-top:2.4rem}
/* Of a wide table the first column, which names the rows, stays in sight. */
.box:not(.card .box) tbody th:first-child,.box:has(tbody th:first-child):not(.card .box) thead tr>:first-child{position:sticky;left:0;background:var(--paper) padding-box;z-index:1}
.long thead tr>:first-child{z-index:2!important}
.box{--most:19ch}
.box thead tr>:first-child{--most:14ch}
tbody th{overflow-wrap:anywhere}
.card{padding:1rem 1.1rem .7rem}
.card tr{display:grid;grid-template-columns:minmax(0,1fr) auto;border-bottom:1px solid var(--rule);padding:.35rem 0}
.card tr:last-child{border-bottom:0}
.card :is(th,td){border:0;padding:.1rem 0}
.card td+td{grid-column:1/-1;white-space:normal}
footer dl{grid-template-columns:minmax(0,1fr);gap:0}
footer dt{margin-top:.6rem;font-weight:600}
}
`;

/** Print is light, of one measure, and smaller than a screen: 9 points of text, 7.5 in tables, as research notes have it. */
const print = `
@media print{
:root:root{--paper:#fff;font-size:12px}
html,body{background:#fff}
body{font-size:12.4px;line-height:1.5;orphans:3;widows:3}
.page{display:block;padding:0}
header.bar,nav.toc,.tools,.skip,.anchor,button,details.code:not([open]){display:none!important}
main{padding-bottom:0}
h1,.prose h1:first-child{margin:0 0 .9rem;font-size:2rem}
h2,.prose h2:first-child{margin:1.9rem 0 .6rem}
h3{margin:1.5rem 0 .5rem}
h1,h2,h3,h4{break-after:avoid;break-inside:avoid}
.prose>:first-child{margin-top:.9em}
.prose>h1+p{font-size:1.1em}
.prose[lang=zh-Hans],html[lang=zh-Hans] .prose{font-size:12.4px;line-height:1.65}
.cell{margin:.5rem 0}
.output{margin-top:.4rem}
figure{margin:.8rem 0 1.4rem}
figcaption{margin-bottom:.45rem;break-after:avoid}
.below{break-before:avoid}
figure,.snd-callout,.error,.formula,details.code>summary{break-inside:avoid}
figure.split{break-inside:auto}
thead{display:table-header-group}
tr{break-inside:avoid}
.split tbody tr:nth-child(-n+2){break-after:avoid}
.split tbody tr:nth-last-child(-n+2){break-before:avoid}
.plot{max-width:150mm}
.static svg{max-height:200mm;min-width:0!important}
.output,main>.prose,.static{overflow:visible;margin-inline:0;padding-inline:0}
.output:has(.static){overflow:hidden}
figure.table:not(.card){width:auto;min-width:0;max-width:100%}
.box,.box.long,.formula{max-height:none;overflow:visible;background:none;border:0;--most:15ch}
.box:not(.card .box) :is(th,td){position:static!important}
th,td{padding-block:.28rem}
pre,pre.plain,pre.stream{white-space:pre-wrap;max-height:none!important;padding-right:1rem!important;overflow:visible}
.card,.snd-callout,pre{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.drawn>.live{display:none}
.drawn>.static{display:block}
a{color:inherit;text-decoration:none}
footer{padding:1.1rem 0 0;break-inside:avoid}
footer dl{display:block}
footer dt{font-weight:600;margin-top:.3rem;break-after:avoid}
}
`;

/** A text as CSS writes it between quotation marks; a title is a stranger's. */
function cssString(text: string): string {
  const escaped = (character: string) => `\\${character.codePointAt(0)?.toString(16)} `;
  return `"${text.replace(/\s+/g, " ").replace(/[^\w \u00a0-\uffff]/g, escaped)}"`;
}

/** Each sheet of paper says at its foot what it is a sheet of, in the language of the text above it. */
function sheets(titles: Readonly<Record<Language, string>>): string {
  const words = `font:8pt Inter,"Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#59636f`;
  const sheet = (language: Language) =>
    `@page ${language}{@bottom-left{content:${cssString(`Soundings · ${titles[language]}`)};${words};width:85%}@bottom-right{content:counter(page) " / " counter(pages);${words}}}`;
  return `@page{size:A4;margin:16mm 18mm 19mm}
${sheet("en")}
${sheet("zh")}
@media print{html[lang=en] body{page:en}html[lang=zh-Hans] body{page:zh}}
`;
}

/** The whole style sheet of a page with these titles. */
export function pageCss(titles: Readonly<Record<Language, string>>): string {
  return [themes, base, frame, prose, cells, figures, narrow, print, sheets(titles)].join("").replace(/\n+/g, "\n");
}
