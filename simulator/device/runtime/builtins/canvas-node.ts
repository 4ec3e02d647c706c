/** The Canvas object that `SelectorQuery.node()` gives for `<canvas type="2d">`: a browser's canvas with WeChat's additions. */
export function nodeContext(drawn: HTMLElement | undefined): {
  node?: HTMLCanvasElement;
  context?: HTMLCanvasElement;
} {
  const canvas = drawn?.querySelector('canvas');
  if (!canvas) return {};
  Object.assign(canvas, {
    createImage: () => new Image(),
    createImageData: () => new ImageData(1, 1),
    createPath2D: (path?: Path2D | string) => new Path2D(path),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  });
  return { node: canvas, context: canvas };
}
