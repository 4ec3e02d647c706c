/**
 * Lengths that WeChat and a browser measure differently. The phone's screen is the browser's viewport, so rpx is a
 * part of vw; a page's `vh` excludes the navigation bar; the safe area is the drawn phone's. Shared with the runtime,
 * which meets the same lengths in style attributes.
 */
export function phoneLengths(style: string): string {
  return style
    .replace(
      /(-?(?:\d+\.?\d*|\.\d+))rpx\b/g,
      (_, length: string) => `${String(round(Number(length) / 7.5))}vw`,
    )
    .replace(
      /(-?(?:\d+\.?\d*|\.\d+))vh\b/g,
      (_, length: string) => `calc(var(--phone-page-height) * ${String(round(Number(length) / 100))})`,
    )
    .replace(
      /\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^)]*)?\)/g,
      'var(--phone-safe-area-$1)',
    );
}

/** Away from zero: a hair too little would fall to the next lower of the browser's 1/64 px. */
const round = (value: number): number =>
  Number(((Math.sign(value) * Math.ceil(Math.abs(value) * 1e5 - 1e-6)) / 1e5).toFixed(5));
