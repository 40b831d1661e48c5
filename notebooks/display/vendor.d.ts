/** The little of jsdom that is used here; its own types are not installed (they would slow every kernel start). */
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string, options?: { runScripts?: "outside-only"; pretendToBeVisual?: boolean });
    // The window's globals are those of a browser, which this project does not type.
    // biome-ignore lint/suspicious/noExplicitAny: see above
    readonly window: any;
  }
}
