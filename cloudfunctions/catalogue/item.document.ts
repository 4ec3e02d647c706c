import type { DrugClass, ItemCategory } from '../contracts/supplies';

export const ITEMS = 'items';

/** One thing that a supplier sells; rounds copy it when they open. */
export type ItemDocument = {
  _id: string;
  supplierId: string;
  gridPath: string[];
  name: string;
  /** 「5 样，约 8 斤」「30 个一板」 */
  spec: string;
  /** 份、袋、板、盒 */
  unit: string;
  category: ItemCategory;
  drugClass: DrugClass;
  /** fileID in cloud storage */
  photo: string | null;
  /** Fen. */
  price: number;
  limit: number;
  /** What a ready-made bundle (蔬菜包) holds; empty for a single thing. */
  contains: { name: string; amount: string }[];
  /** Oldest first; a jump over the town's limit names its reason. */
  prices: { price: number; at: string; byName: string; reason: string }[];
  retired: boolean;
  version: number;
  requests: string[];
};
