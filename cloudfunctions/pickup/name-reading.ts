import { pinyin } from 'pinyin-pro';

/** 「zeng xiao juan」: how a person's name is read, the surname as surnames are; ü written v as on a keyboard. */
export const readingOf = (name: string): string =>
  pinyin(name, { toneType: 'none', v: true, nonZh: 'removed', surname: 'head' });
