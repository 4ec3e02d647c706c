/**
 * Words that stigmatise the ill or frighten without need, and what to write instead. After the National Health Commission's guidance on naming
 * (新型冠状病毒感染) and the ban on discriminating against people from affected places.
 */
export const SENSITIVE_WORDS: readonly { said: string; better: string }[] = [
  { said: '毒王', better: '感染者' },
  { said: '毒人', better: '感染者' },
  { said: '毒源', better: '感染来源' },
  { said: '武汉肺炎', better: '新冠肺炎' },
  { said: '武汉病毒', better: '新冠病毒' },
  { said: '瘟神', better: '病毒' },
  { said: '封城', better: '加强管控' },
  { said: '封村', better: '加强管控' },
  { said: '全村完了', better: '请大家不要慌' },
  { said: '后果自负', better: '需要帮助请找网格员' },
  { said: '一律抓', better: '依法处理' },
  { said: '打断腿', better: '依法处理' },
  { said: '外地佬', better: '外地来的乡亲' },
];
