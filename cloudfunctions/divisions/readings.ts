import { customPinyin, pinyin } from 'pinyin-pro';

/**
 * Names that are read otherwise than their characters usually are, and that the package's general dictionary misses.
 */
const LOCAL_READINGS: Readonly<Record<string, string>> = {
  都: 'du',
  什: 'shi',
  歙: 'she',
  乐亭: 'lao ting',
  乐陵: 'lao ling',
  乐清: 'yue qing',
  民乐: 'min le',
  洪洞: 'hong tong',
  黄陂: 'huang pi',
  蔚县: 'yu xian',
  浚县: 'xun xian',
  单县: 'shan xian',
  涡阳: 'guo yang',
  尉犁: 'yu li',
  繁峙: 'fan shi',
  珲春: 'hun chun',
  六合: 'lu he',
  莞城: 'guan cheng',
  麻涌: 'ma chong',
  塘厦: 'tang xia',
  曾都: 'zeng du',
  牟定: 'mou ding',
  泌阳: 'bi yang',
  筠连: 'jun lian',
  吴堡: 'wu bu',
  红寺堡: 'hong si pu',
  宕昌: 'tan chang',
};
customPinyin({ ...LOCAL_READINGS });

/** 「wu hou qu」: the syllables of a name without tones, ü written v as on a keyboard. */
export const syllablesOf = (name: string): string =>
  pinyin(name, { toneType: 'none', v: true, nonZh: 'removed' });
