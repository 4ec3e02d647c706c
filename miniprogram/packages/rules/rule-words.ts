import type {
  AreaListView,
  RulebookView,
  SweepView,
  VersionRow,
} from '../../../cloudfunctions/contracts/index';
import { dateText, dayText, momentText } from '../../shared/dates';
import { RISK_LEVELS, SYMPTOM_TERMS } from '../../shared/labels';

/** A town's rules as somebody on duty reads them. */
export type RulesView = {
  title: string;
  from: string;
  facts: { label: string; value: string }[];
  rows: { key: string; when: string; then: string; words: string }[];
};

const HALVES = { am: '早上', pm: '晚上' } as const;

export function rulesView({
  version,
  title,
  source,
  validFrom,
  profile,
  classification,
  schedule,
}: RulebookView): RulesView {
  const slots = schedule.slots.map(
    ({ half, opens, due, closes }) => `${HALVES[half]} ${opens} 开始，${due} 前要报，${closes} 截止`,
  );
  return {
    title,
    from:
      version === 0
        ? '随程序附带，镇里还没有审批过自己的规则'
        : `第 ${version} 版 · ${dateText(validFrom)}起到达的人`,
    facts: [
      { label: '疾病', value: profile.name },
      { label: '依据', value: sourceWords(source) },
      { label: '发热', value: `体温到 ${profile.feverFrom.toFixed(1)}℃ 算发热` },
      { label: '看多少天', value: `到达前 ${profile.lookBackDays} 天，到达那天也算` },
      { label: '潜伏期', value: `${profile.incubationDays} 天` },
      { label: '问的症状', value: profile.symptoms.map((symptom) => SYMPTOM_TERMS[symptom]).join('、') },
      { label: '每天报', value: slots.join('；') },
      { label: '第 1 天', value: schedule.firstDayAfterArrival === 0 ? '到达当天' : '到达第二天' },
      { label: '漏报', value: `连续 ${schedule.escalateAfterMissed} 次没报，交给网格长` },
      {
        label: '异常',
        value: `${profile.reportWithinMinutes} 分钟内报镇里；${profile.climbAfterMinutes} 分钟没人接，往上一级`,
      },
    ],
    rows: classification.map(({ id, sentence, words }) => ({ key: id, ...sentence, words })),
  };
}

export const sourceWords = ({
  organisation,
  documentNumber,
  date,
}: {
  organisation: string;
  documentNumber: string;
  date: string;
}): string => [organisation, documentNumber, dateText(date)].filter((part) => part !== '').join(' ');

const VERSION_STATUS = { proposed: '等审批', approved: '通过', rejected: '退回' } as const;
const LIST_STATUS = { ...VERSION_STATUS, publishing: '通过' } as const;
const TONES = { proposed: 'amber', approved: 'green', publishing: 'green', rejected: 'grey' } as const;

export type ProposalRow = {
  key: string;
  title: string;
  note: string;
  more: string;
  status: string;
  tone: string;
  url: string;
};

export const versionView = (row: VersionRow, now: number): ProposalRow => ({
  key: `v${row.version}`,
  title: `第 ${row.version} 版：${row.title}`,
  note: `${row.disease} · ${dayText(row.validFrom)}起`,
  more: whoSaid(row, now),
  status: VERSION_STATUS[row.status],
  tone: TONES[row.status],
  url: `/packages/rules/proposal/index?version=${row.version}`,
});

export const areaListRow = (list: AreaListView, now: number): ProposalRow => ({
  key: list.listId,
  title: `${list.kind === 'add' ? '新增' : '解除'}：${list.title}`,
  note: `${list.areas} 个风险区域`,
  more: whoSaid(list, now),
  status: LIST_STATUS[list.status],
  tone: TONES[list.status],
  url: `/packages/rules/area-list/index?listId=${list.listId}`,
});

/** 陈志远今天 9:20 提交；何敏退回：文号不对 */
function whoSaid(
  {
    proposedByName,
    proposedAt,
    decidedByName,
    status,
    reason,
  }: Pick<AreaListView, 'proposedByName' | 'proposedAt' | 'decidedByName' | 'status' | 'reason'>,
  now: number,
): string {
  const proposed = `${proposedByName} ${momentText(proposedAt, now)}提交`;
  if (status === 'proposed' || decidedByName === null) return proposed;
  return status === 'rejected'
    ? `${proposed}；${decidedByName}退回：${reason}`
    : `${proposed}；${decidedByName}审批`;
}

export const sweepRow = (
  { sweepId, title, status, looked, redecided, found, startedAt }: SweepView,
  now: number,
) => ({
  key: sweepId,
  title,
  note: `${momentText(startedAt, now)} · 看了 ${looked} 份申报`,
  result: `没到的 ${redecided} 人改了，已回来的 ${found} 人要处理`,
  running: status === 'running',
});
export type SweepRow = ReturnType<typeof sweepRow>;

/** 高风险 3 个，中风险 12 个; empty for none. */
export const areaCounts = (counts: Readonly<Record<keyof typeof RISK_LEVELS, number>>): string =>
  (['high', 'medium', 'key'] as const)
    .filter((level) => counts[level] > 0)
    .map((level) => `${RISK_LEVELS[level]} ${counts[level]} 个`)
    .join('，');
