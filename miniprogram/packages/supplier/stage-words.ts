import type { PurchaseStage } from '../../services/purchase';

/** What a round waits for, as a tag: amber where its supplier has to do something. */
export const STAGES: Readonly<
  Record<PurchaseStage, { text: string; tone: 'amber' | 'green' | 'grey' | '' }>
> = {
  cutOff: { text: '还在订', tone: '' },
  summing: { text: '正在汇总', tone: '' },
  confirm: { text: '等您确认数量', tone: 'amber' },
  sharing: { text: '正在分配', tone: '' },
  bring: { text: '等送到', tone: 'amber' },
  handingOut: { text: '正在发', tone: '' },
  done: { text: '结清了', tone: 'green' },
  cancelled: { text: '取消了', tone: 'grey' },
};

/** The same for whoever leads the grid: it is the supplier's turn, not theirs. */
export const stageWords = (stage: PurchaseStage, isLeader: boolean): string =>
  isLeader && stage === 'confirm' ? '等供货方确认数量' : STAGES[stage].text;
