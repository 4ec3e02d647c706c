/** What the words of the wire are called on the screen. A test holds them against the contracts. */
export const RELATIONS = {
  head: '户主',
  spouse: '配偶',
  child: '子女',
  childInLaw: '儿媳、女婿',
  grandchild: '孙子女',
  parent: '父母',
  grandparent: '祖父母',
  sibling: '兄弟姐妹',
  other: '其他亲属',
  tenant: '租客',
} as const;
export type RelationName = keyof typeof RELATIONS;

/** 七类人 */
export const CARE_CATEGORIES = {
  livingAloneElderly: '独居老人',
  pregnantOrNewlyDelivered: '孕产妇',
  disabled: '残疾人',
  limitedMobility: '行动不便',
  dialysis: '血透',
  mentalIllness: '精神病',
  chronicIllness: '慢性病',
} as const;
export type CareCategoryName = keyof typeof CARE_CATEGORIES;

export const WHEREABOUTS = { home: '在家', away: '在外务工', abroad: '在境外' } as const;
export type WhereaboutsName = keyof typeof WHEREABOUTS;

export const PAPERS = {
  residentId: '身份证',
  passport: '护照',
  travelPermit: '通行证',
  other: '其他证件',
} as const;
export type PapersName = keyof typeof PAPERS;

export const SEXES = { female: '女', male: '男' } as const;
export type SexName = keyof typeof SEXES;

export const TENURES = { owner: '自家的房', tenant: '租的房' } as const;
export type TenureName = keyof typeof TENURES;

export const STATUSES = {
  rostered: '未登记',
  submitted: '待核实',
  returned: '退回中',
  verified: '已核实',
  closed: '已注销',
} as const;
export type StatusName = keyof typeof STATUSES;

export const ROLES = {
  gridMember: '网格员',
  gridLeader: '网格长',
  villageDoctor: '村医',
  checkpointGuard: '卡口值守',
  townOfficer: '镇防控办',
  supplier: '配送负责人',
  inspector: '督查',
} as const;
export type RoleName = keyof typeof ROLES;

export const LEVELS = { town: '镇', village: '村', team: '组', unit: '单元' } as const;
export type LevelName = keyof typeof LEVELS;

/** 管控措施, as documents call them. */
export const MEASURES = {
  freeMovement: '正常出行',
  healthMonitoring: '健康监测',
  homeObservation: '居家隔离观察',
  temporaryIsolation: '临时隔离',
  centralQuarantine: '集中隔离',
} as const;
export type MeasureName = keyof typeof MEASURES;

/** Symptoms in plain words, for whoever has them. */
export const SYMPTOMS = {
  dryCough: '干咳',
  fatigue: '没力气',
  soreThroat: '咽喉痛',
  chestTightness: '胸闷',
  diarrhoea: '拉肚子',
  lossOfSmell: '闻不到味',
  headache: '头痛',
  muscleAche: '浑身酸痛',
  runnyNose: '流鼻涕',
  rash: '出疹子',
  other: '别的',
} as const;
export type SymptomName = keyof typeof SYMPTOMS;

/** The same, as staff pages, documents and exports say it. */
export const SYMPTOM_TERMS: Readonly<Record<SymptomName, string>> = {
  ...SYMPTOMS,
  fatigue: '乏力',
  soreThroat: '咽痛',
  diarrhoea: '腹泻',
  lossOfSmell: '嗅味觉减退',
  muscleAche: '肌肉酸痛',
  runnyNose: '流涕',
  rash: '皮疹',
  other: '其他症状',
};

export const CONTACTS = { none: '没有', close: '密切接触者', secondary: '次密接' } as const;
export const TEST_RESULTS = { negative: '阴性', positive: '阳性', waiting: '结果没出' } as const;
export const HEALTH_CODES = { green: '绿码', yellow: '黄码', red: '红码', none: '没有健康码' } as const;
export const RISK_LEVELS = { high: '高风险', medium: '中风险', key: '重点地区' } as const;

/** 0 for free movement, and more the stricter it is. */
export const strictnessOf = (measure: MeasureName): number =>
  (Object.keys(MEASURES) as MeasureName[]).indexOf(measure);

/** 居家隔离观察 14 天; without days, where there are none to count. */
export const measureWords = ({ measure, days }: { measure: MeasureName; days: number }): string =>
  days === 0 ? MEASURES[measure] : `${MEASURES[measure]} ${days} 天`;

/** 第 1、7、14 天做核酸; empty without test days. */
export const testDayWords = (testDays: readonly number[]): string =>
  testDays.length === 0 ? '' : `第 ${testDays.join('、')} 天做核酸`;

/** What the doctor finds at the person's side. */
export const FINDINGS = {
  normalOnRecheck: '再量正常',
  keepWatching: '继续观察',
  suspected: '疑似，送发热门诊',
} as const;
export type FindingName = keyof typeof FINDINGS;
/** What came of an alert. */
export const ALERT_OUTCOMES = { excluded: '排除', confirmed: '确诊', recovered: '好转' } as const;
export type AlertOutcomeName = keyof typeof ALERT_OUTCOMES;

export const ITEM_CATEGORIES = {
  vegetables: '蔬菜',
  staples: '米面油',
  meatEggsMilk: '肉蛋奶',
  baby: '婴幼儿',
  daily: '日用品',
  medicine: '药品',
} as const;
export type ItemCategoryName = keyof typeof ITEM_CATEGORIES;

/** 四类药品 are sold by real name. */
export const DRUG_CLASSES = {
  none: '普通药品',
  fever: '退烧药',
  cough: '止咳药',
  antiviral: '抗病毒药',
  antibiotic: '抗生素',
} as const;
export type DrugClassName = keyof typeof DRUG_CLASSES;

export const ROUND_STATUSES = {
  draft: '没开始',
  open: '正在订',
  closed: '已截止',
  purchasing: '采购中',
  arrived: '到货了',
  distributing: '正在发',
  settled: '已结清',
  cancelled: '已取消',
} as const;
export type RoundStatusName = keyof typeof ROUND_STATUSES;

export const WAYS = { pickup: '自己领', door: '送上门' } as const;
export const HAND_OVERS = {
  waiting: '没领',
  collected: '领了',
  left: '放门口了',
  noShow: '没来领',
} as const;
export type HandOverName = keyof typeof HAND_OVERS;
export const TOLD = { phone: '电话里说的', door: '上门说的' } as const;

/** Kinds of notices. */
export const NOTICE_KINDS = {
  urgent: '紧急',
  notice: '通知',
  policy: '政策',
  knowledge: '防控知识',
  refutation: '辟谣',
} as const;
export type NoticeKindName = keyof typeof NOTICE_KINDS;
/** The four facts that stand first in a notice. */
export const NOTICE_FACTS = { when: '时间', where: '地点', who: '谁来', bring: '要带' } as const;
export type NoticeFactName = keyof typeof NOTICE_FACTS;

export const NOTICE_STATUSES = {
  waiting: '等同意',
  returned: '退回了',
  scheduled: '到点发',
  published: '已发出',
  withdrawn: '已撤回',
  corrected: '已更正',
} as const;
export type NoticeStatusName = keyof typeof NOTICE_STATUSES;

/** Whom of a grid a notice may be for: households of the seven care categories, or with somebody under a measure. */
export const AUDIENCE_TAGS = {
  ...CARE_CATEGORIES,
  observed: '居家隔离观察',
  monitored: '健康监测',
} as const;
export type AudienceTagName = keyof typeof AUDIENCE_TAGS;

/** Labels as the rows of a choice. */
export const options = <T extends string>(
  labels: Readonly<Record<T, string>>,
): { value: T; text: string }[] =>
  (Object.keys(labels) as T[]).map((value) => ({ value, text: labels[value] }));
