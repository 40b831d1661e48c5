/** The part of a plotly figure that the explanations use, as plain data. Drawn by the pane; nothing here loads plotly. */

export interface Trace {
  readonly type: "bar" | "scatter";
  readonly name?: string;
  readonly x: readonly (string | number)[];
  readonly y: readonly (string | number)[];
  /** Bars that lie: names on y, lengths on x. */
  readonly orientation?: "h";
  /** Where each bar starts. */
  readonly base?: readonly number[];
  readonly mode?: "lines" | "lines+markers";
  readonly line?: { readonly shape?: "hv"; readonly dash?: "dash"; readonly color?: string };
  readonly marker?: { readonly color: string | readonly string[] };
}

export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: {
    readonly barmode?: "overlay";
    readonly xTitle?: string;
    readonly yTitle?: string;
    readonly yFormat?: string;
    /** Ends of the axis of numbers; without it, those of the numbers. */
    readonly range?: readonly [from: number, to: number];
    /** Thresholds, drawn across the whole chart. */
    readonly lines?: readonly { readonly at: number; readonly label: string }[];
  };
}

/** Colours that are told apart on light and dark pages and by the colour-blind (Okabe and Ito). */
export const colours = { main: "#0072b2", gain: "#009e73", loss: "#d55e00" } as const;
