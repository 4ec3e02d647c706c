import type { Source } from '../contracts/notice';
import type { TemplateBlock } from '../../miniprogram/shared/notice-templates';
import type * as z from 'zod';

/** One text of the library, written for this product from public-health guidance. */
export type ShelfText = {
  /** Its picture's name too. */
  key: string;
  /** Goes up when the words or the picture change: each town then gets the new ones. */
  edition: number;
  title: string;
  /** Its first words in the list. */
  summary: string;
  /** What the picture shows. */
  caption: string;
  body: TemplateBlock[];
  /** Whose guidance it was written from; `documentNumber` is its number, or its name where it has none. */
  source: z.infer<typeof Source>;
};

export const HEALTH_COMMISSION = '国家卫生健康委员会';
export const JOINT_MECHANISM = '国务院联防联控机制综合组';
export const CHINA_CDC = '中国疾病预防控制中心';
export const WHO = '世界卫生组织';

/** Whose word it is; `date` is the day on which it was published. */
export const sourceOf = (
  organisation: string,
  documentNumber: string,
  date: string,
): z.infer<typeof Source> => ({
  organisation,
  documentNumber,
  date,
  scan: null,
});
