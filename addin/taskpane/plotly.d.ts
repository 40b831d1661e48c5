/** As much of plotly's bundle as the pane uses. */
declare module "plotly.js/dist/plotly-basic.min.js" {
  const plotly: {
    newPlot(into: HTMLElement, data: readonly object[], layout: object, config: object): Promise<unknown>;
  };
  export default plotly;
}
