import * as z from 'zod';
import type { Contract } from './contract';

/** 行政区划 (GB/T 2260): where somebody was, and where a risk area lies. The same for everybody, and nobody's secret. */
export const divisionsContract = {
  /** Every province, city and county, once for the phone to keep: `rows` is null when `version` is still the current one. */
  all: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({ version: z.string().max(40).optional() }),
    output: z.object({
      version: z.string(),
      /** `510107 武侯区 wu hou qu`: code, name and its syllables. A parent stands before what lies in it. */
      rows: z.array(z.string()).nullable(),
    }),
  },
} satisfies Contract;
