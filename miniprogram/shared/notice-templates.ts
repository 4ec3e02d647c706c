/** What a usual notice says before anybody has changed it: 〔〕 stands where something has to be filled in. */
export type NoticeTemplate = {
  key: string;
  name: string;
  /** When it is used. */
  use: string;
  kind: 'policy' | 'notice' | 'knowledge' | 'refutation' | 'urgent';
  title: string;
  facts: { label: 'when' | 'where' | 'who' | 'bring'; text: string }[];
  body: TemplateBlock[];
  wanted: 'read' | 'confirm';
};
export type TemplateBlock =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; runs: { text: string; bold: boolean }[] }
  | { type: 'list'; numbered: boolean; items: string[] };

/** Where the refutation quotes what is told. */
export const SAID_GAP = '〔把传的话写在这里〕';

export const heading = (text: string): TemplateBlock => ({ type: 'heading', text });
/** `**…**` is bold. */
export const paragraph = (text: string): TemplateBlock => ({
  type: 'paragraph',
  runs: text
    .split('**')
    .map((part, n) => ({ text: part, bold: n % 2 === 1 }))
    .filter((run) => run.text !== ''),
});
export const steps = (...items: string[]): TemplateBlock => ({ type: 'list', numbered: true, items });
export const points = (...items: string[]): TemplateBlock => ({ type: 'list', numbered: false, items });

/** The usual notices. What has to be filled in is refused when it is sent as it stands: see `unfilledIn`. */
export const NOTICE_TEMPLATES: readonly NoticeTemplate[] = [
  {
    key: 'homecoming',
    name: '返乡须知',
    use: '节前、开学前，请外地回来的人先申报',
    kind: 'policy',
    title: '回乡之前请先申报',
    facts: [
      { label: 'who', text: '从外地回来的人，和他们的家里人' },
      { label: 'when', text: '动身前 3 天，最晚到家当天' },
      { label: 'bring', text: '身份证、车票信息、核酸结果' },
    ],
    body: [
      paragraph('请家里有人要回来的，**提前转告他们**：回来之前先在“村安”里填返乡申报，家里人也可以代填。'),
      heading('怎么申报'),
      steps(
        '打开首页的“返乡申报”，按步骤填写',
        '把过去 14 天住过的地方一处一处写上',
        '到家后等网格员来核实，按要求量体温',
      ),
      paragraph('没有智能手机的，请找本组网格员代填。**不申报就进村，会给全村带来风险。**'),
    ],
    wanted: 'confirm',
  },
  {
    key: 'test',
    name: '核酸通知',
    use: '全员或者重点人群做核酸',
    kind: 'notice',
    title: '〔哪天〕核酸检测',
    facts: [
      { label: 'when', text: '〔哪天〕7:00–11:00' },
      { label: 'where', text: '〔在哪里〕' },
      { label: 'who', text: '全家人，1 岁以上' },
      { label: 'bring', text: '身份证，戴好口罩' },
    ],
    body: [
      paragraph('居家观察的人**不要出门**，村医上门采样。腿脚不便的老人，请告诉网格员，我们到家里来。'),
      points('排队时前后隔开一米', '采样前半小时不抽烟、不喝酒、不嚼口香糖', '采完就回家，不要聚在一起'),
    ],
    wanted: 'confirm',
  },
  {
    key: 'outage',
    name: '停水停电',
    use: '停水、停电、停气，请大家早做准备',
    kind: 'notice',
    title: '〔哪天〕停〔水还是电〕',
    facts: [
      { label: 'when', text: '〔哪天〕8:00–18:00' },
      { label: 'where', text: '〔哪些地方〕' },
    ],
    body: [
      paragraph('因为〔什么原因〕，以上地方要暂停供应。提前修好会提前恢复。'),
      points('请提前存好做饭、喝的水，给手机充好电', '停电时拔掉电热毯、电炉子，来电后再开'),
      paragraph('家里有病人要用**制氧机、透析设备**的，请马上告诉网格员，我们另外安排。'),
    ],
    wanted: 'read',
  },
  {
    key: 'groupBuy',
    name: '团购开团',
    use: '新的一批团购开始订了',
    kind: 'notice',
    title: '〔什么东西〕团购开始订了',
    facts: [
      { label: 'when', text: '〔哪天〕18:00 前订好' },
      { label: 'where', text: '〔在哪里领〕' },
      { label: 'who', text: '每家订一单，可以改到截止' },
    ],
    body: [
      paragraph('打开“村安”下面的**保供**，照着订就行。不会订的请找网格员代订。'),
      points('领东西的时候当面付，网上不收钱', '正在居家观察的户，送到门口'),
    ],
    wanted: 'read',
  },
  {
    key: 'refutation',
    name: '辟谣',
    use: '有人在传不实的话，拿官方的说法讲清楚',
    kind: 'refutation',
    title: '“〔传的是什么〕”不是真的',
    facts: [],
    body: [
      heading('传的是什么'),
      paragraph('有人在传：' + SAID_GAP),
      heading('实际是怎样'),
      paragraph('**这不是真的。**〔官方怎么说，写清楚是谁、哪天说的〕'),
      heading('请大家这样做'),
      points('不转发、不评论没有出处的消息', '看到可疑的，在“村安”里点“这是谣言吗”告诉我们'),
    ],
    wanted: 'read',
  },
];

export const templateOf = (key: string): NoticeTemplate | undefined =>
  NOTICE_TEMPLATES.find((template) => template.key === key);

/** What of a template nobody has filled in: the first place in a text that still stands in 〔〕, and is words and not a document's year. */
export const unfilledIn = (text: string): string | undefined => /〔(?![0-9]{4}〕)[^〔〕]*〕/.exec(text)?.[0];
