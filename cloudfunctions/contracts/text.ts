import * as z from 'zod';

/** Control characters, and marks that turn or hide text (bidirectional overrides, zero-width): never typed, only pasted in. */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/** Words that a person writes: one line whatever was pressed, of bounded length, and nothing in them that can't be seen. */
export const words = (label: string, { min = 1, max }: { min?: number; max: number }) =>
  z
    .string(`请填写${label}`)
    .overwrite((value) => value.replace(/\s+/gu, ' ').trim())
    .min(min, min > 1 ? `${label}至少 ${min} 个字` : `请填写${label}`)
    .max(max, `${label}最多 ${max} 个字`)
    .refine((value) => !INVISIBLE.test(value), `${label}里有看不见的符号，请删掉重写`);
