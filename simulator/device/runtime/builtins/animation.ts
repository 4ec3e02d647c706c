interface AnimationStep {
  css: Record<string, string>;
  duration: number;
  delay: number;
  timing: string;
}

/** Plays what wx.createAnimation().export() gave, on any component. */
export function playAnimation(host: HTMLElement, exported: unknown): void {
  let at = 0;
  for (const step of (exported as { actions?: AnimationStep[] } | null)?.actions ?? []) {
    setTimeout(() => {
      host.style.transition = `all ${step.duration}ms ${step.timing} ${step.delay}ms`;
      Object.assign(host.style, step.css);
    }, at);
    at += step.duration + step.delay;
  }
}
