import type { OpenPage } from './page';

/** The open pages, the visible one last. */
export const stack: OpenPage[] = [];

export const topPage = (): OpenPage | undefined => stack.at(-1);
