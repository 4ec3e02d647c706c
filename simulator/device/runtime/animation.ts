interface AnimationOptions {
  duration?: number;
  delay?: number;
  timingFunction?: string;
  transformOrigin?: string;
}

interface ExportedStep {
  css: Record<string, string>;
  duration: number;
  delay: number;
  timing: string;
}

const lengths = ['translate', 'translateX', 'translateY', 'translateZ', 'translate3d'];
const angles = ['rotate', 'rotateX', 'rotateY', 'rotateZ', 'rotate3d', 'skew', 'skewX', 'skewY'];
const factors = ['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'matrix', 'matrix3d'];
const properties = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'right', 'bottom'];

const inPixels = (value: string | number): string => (typeof value === 'number' ? `${value}px` : value);
const inDegrees = (value: number): string => `${value}deg`;

type Chain = Record<string, (...values: never[]) => unknown>;

/** wx.createAnimation: chained steps that `animation="{{…}}"` plays. */
export function createAnimation(options: AnimationOptions = {}): Chain {
  const steps: ExportedStep[] = [];
  let css: Record<string, string> = {};
  let transforms: string[] = [];
  const chain: Chain = {
    step(own: AnimationOptions = {}) {
      if (transforms.length > 0) css.transform = transforms.join(' ');
      const settings = { ...options, ...own };
      if (settings.transformOrigin !== undefined) css.transformOrigin = settings.transformOrigin;
      const { duration = 400, delay = 0, timingFunction = 'linear' } = settings;
      steps.push({ css, duration, delay, timing: timingFunction });
      [css, transforms] = [{}, []];
      return chain;
    },
    export: () => ({ actions: steps.splice(0) }),
  };
  const add = (
    names: readonly string[],
    record: (name: string, values: (string | number)[]) => void,
  ): void => {
    for (const name of names)
      chain[name] = (...values: (string | number)[]) => {
        record(name, values);
        return chain;
      };
  };
  const transform =
    (unit: (value: never) => string) =>
    (name: string, values: (string | number)[]): void => {
      transforms.push(`${name}(${values.map((value) => unit(value as never)).join(', ')})`);
    };
  add(lengths, transform(inPixels));
  add(angles, transform(inDegrees));
  add(factors, transform(String));
  add(properties, (name, [value = '']) => {
    css[name] = name === 'opacity' || name === 'backgroundColor' ? String(value) : inPixels(value);
  });
  return chain;
}
