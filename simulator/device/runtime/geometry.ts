/** The drawn phone's measures, in px: what WeChat reports on a 390×844 Android phone with a gesture bar. */
export const statusBarHeight = 32;
export const navigationBarHeight = 48;
export const tabBarHeight = 56;
export const safeAreaBottom = 24;
export const headHeight = statusBarHeight + navigationBarHeight;

export const screenWidth = (): number => window.innerWidth;
export const screenHeight = (): number => window.innerHeight;

export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

/** The capsule (••• and ◎) at the top right. */
export function capsule(): Rectangle {
  const [width, height, margin] = [87, 32, 8];
  const right = screenWidth() - margin;
  const top = statusBarHeight + (navigationBarHeight - height) / 2;
  return { left: right - width, top, right, bottom: top + height, width, height };
}

export function safeArea(): Rectangle {
  const bottom = screenHeight() - safeAreaBottom;
  return {
    left: 0,
    top: statusBarHeight,
    right: screenWidth(),
    bottom,
    width: screenWidth(),
    height: bottom - statusBarHeight,
  };
}
