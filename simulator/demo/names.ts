import type { Random } from './random';

/** Surnames with roughly their share of the population, per mille. */
const SURNAMES = [
  ['王', 72], ['李', 71], ['张', 68], ['刘', 54], ['陈', 45], ['杨', 31], ['黄', 22], ['赵', 21], ['周', 20],
  ['吴', 20], ['徐', 15], ['孙', 14], ['马', 13], ['朱', 13], ['胡', 13], ['郭', 12], ['何', 12], ['林', 11],
  ['罗', 11], ['高', 10], ['梁', 9], ['郑', 8], ['谢', 8], ['宋', 7], ['唐', 7], ['许', 7], ['邓', 6],
  ['冯', 6], ['曾', 6], ['蒋', 5], ['余', 5], ['叶', 4], ['魏', 4], ['苏', 4], ['田', 4], ['袁', 4],
  ['欧阳', 1],
] as const; // prettier-ignore

const GIVEN = {
  female: {
    old: ['桂英', '秀英', '玉兰', '桂芳', '淑珍', '秀兰', '玉珍', '凤英', '素芳', '桂花', '翠兰', '清秀', '菊香', '大芬'],
    grown: ['丽', '芳', '敏', '静', '燕', '红梅', '晓燕', '小红', '春梅', '海燕', '丽娟', '雪梅', '玉梅', '秀梅', '建芬', '晓琴'],
    young: ['雨桐', '欣怡', '子涵', '梓萱', '诗涵', '佳怡', '思雨', '梦瑶', '一诺', '若曦', '可欣', '语桐'],
  },
  male: {
    old: ['德明', '国华', '建国', '永福', '正清', '光荣', '天富', '明德', '长贵', '祖文', '世全', '兴发', '成林', '仕祥'],
    grown: ['伟', '强', '勇', '军', '志刚', '建军', '小军', '海涛', '国强', '志强', '建平', '小勇', '永强', '波', '世杰', '明'],
    young: ['浩宇', '子轩', '宇航', '俊杰', '梓豪', '博文', '嘉豪', '一鸣', '天佑', '子墨', '睿', '宇轩'],
  },
} as const; // prettier-ignore

/** Everybody here is made up; any likeness is chance. */
export const surname = (random: Random): string => random.weighted(SURNAMES);

/** A given name as that age bears it. */
export function givenName(random: Random, sex: 'female' | 'male', age: number): string {
  const generation = age >= 58 ? 'old' : age >= 24 ? 'grown' : 'young';
  return random.pick<string>(GIVEN[sex][generation]);
}
