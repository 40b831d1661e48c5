/** The little of jsdom that is used here; its own types are not installed. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html?: string);
    readonly window: {
      readonly DOMParser: typeof DOMParser;
      readonly XMLSerializer: typeof XMLSerializer;
      readonly document: Document;
    };
  }
}
