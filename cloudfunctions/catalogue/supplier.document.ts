import type { ItemCategory } from '../contracts/supplies';

export const SUPPLIERS = 'suppliers';

/** 供货方: a supermarket, or a pharmacy, which alone may sell medicines. Belongs to a town or a village. */
export type SupplierDocument = {
  _id: string;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  name: string;
  kind: 'supermarket' | 'pharmacy';
  /** Sealed; for the office and for the households that order. */
  phone: string;
  phoneMask: string;
  sells: ItemCategory[];
  /** Its people by their posts (`supplier` in `gridId`): a post is how a caller is recognised as this supplier's. */
  people: { postId: string; name: string; phoneMask: string }[];
  /** The same posts, where an index finds them. */
  postIds: string[];
  retired: boolean;
  addedAt: string;
  addedBy: string;
  version: number;
  /** The last acts' request ids: a retry whose answer got lost is the same act. */
  requests: string[];
};
