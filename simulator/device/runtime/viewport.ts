let top = 0;

/** Where the visible page's viewport begins below the screen's top edge, in px; WeChat measures from there. */
export const viewportTop = (): number => top;

export function setViewportTop(value: number): void {
  top = value;
}
