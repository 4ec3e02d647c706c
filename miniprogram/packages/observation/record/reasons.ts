/** What mostly lies behind a slot that nobody reported. */
export const EXPLAIN_REASONS = [
  '忘了报，电话里问过，人没有不舒服',
  '手机没电或没网，上门看过，人好好的',
  '在医院，医院里量过',
  '不会用手机，当时没人代报',
];

export const PAUSE_REASONS = ['住院了，医院里有人管', '转去集中隔离点'];
