/** The little of jsdom and markdown-it that is used here; their own types are not installed. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string);
    readonly window: Window & typeof globalThis;
  }
}

declare module "markdown-it" {
  export interface Token {
    type: string;
    content: string;
    info: string;
    markup: string;
    map: [number, number] | null;
    block: boolean;
  }

  /** What an inline rule sees. */
  export interface StateInline {
    src: string;
    pos: number;
    posMax: number;
    push(type: string, tag: string, nesting: number): Token;
    scanDelims(start: number, canSplitWord: boolean): { can_open: boolean; can_close: boolean; length: number };
  }

  /** What a block rule sees. */
  export interface StateBlock {
    src: string;
    line: number;
    bMarks: number[];
    tShift: number[];
    eMarks: number[];
    push(type: string, tag: string, nesting: number): Token;
    getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string;
  }

  type RenderRule = (tokens: Token[], index: number) => string;

  export default class MarkdownIt {
    constructor(options: { html: boolean; linkify: boolean; typographer: boolean });
    render(source: string): string;
    readonly renderer: { rules: Record<string, RenderRule | undefined> };
    readonly inline: {
      State: new (...values: never[]) => StateInline;
      ruler: { before(name: string, own: string, rule: (state: StateInline, silent: boolean) => boolean): void };
    };
    readonly block: {
      ruler: {
        before(
          name: string,
          own: string,
          rule: (state: StateBlock, start: number, end: number, silent: boolean) => boolean,
          options: { alt: string[] },
        ): void;
      };
    };
  }
}
