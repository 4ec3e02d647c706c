import type { GridDocument } from './grid.document';

export const INSTALLATION = 'installation';

/** There is one. It says who opened the install and with which town: whoever writes it first has the town. */
export type OfficeDocument = { _id: 'office'; openedBy: string; openedAt: string; town: GridDocument };
