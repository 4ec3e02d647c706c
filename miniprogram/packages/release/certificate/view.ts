import type { CertificateView, OutputOf, Contracts } from '../../../../cloudfunctions/contracts/index';
import { MEASURES, SEXES } from '../../../shared/labels';
import { dayOfDate } from '../../../shared/slot-words';
import { span, STATES, titleOf, wholeDate } from '../words';

type Row = OutputOf<Contracts['release']['myCertificates']>['rows'][number];

/** A certificate as the page and its picture show it. */
export type Paper = ReturnType<typeof paperOf>;

const STEP_NAMES = ['村提出', '镇审核', '指挥部批准'] as const;

export const paperOf = (certificate: CertificateView) => {
  const { state, measure, days, firstDate, lastDate, counts, revoked, validUntil } = certificate;
  return {
    certificateId: certificate.certificateId,
    state,
    stateWord: STATES[state].word,
    tone: STATES[state].tone,
    icon: STATES[state].icon,
    until: revoked === null ? `到 ${wholeDate(validUntil)}` : `${wholeDate(revoked.at)}作废`,
    why: revoked?.reason ?? '',
    organisation: certificate.organisation,
    title: titleOf(measure),
    number: `编号 ${certificate.number}`,
    name: certificate.name,
    who: `${SEXES[certificate.sex]} · ${certificate.papersMask}`,
    done: `已完成${MEASURES[measure]} `,
    days: `${days} 天`,
    release: `（${span(firstDate, lastDate)}），现予解除。`,
    figures: [
      { count: counts.normalTemperatures, label: '次体温正常' },
      { count: counts.negativeTests, label: '次核酸阴性' },
      { count: counts.abnormal, label: '次异常' },
    ],
    steps: certificate.steps.map(({ name, date }, at) => ({
      label: STEP_NAMES[at] ?? '',
      name,
      date: dayOfDate(date),
    })),
  };
};

/** One of several in a family's list. */
export type CertificateRow = {
  certificateId: string;
  title: string;
  note: string;
  word: string;
  tone: string;
};

export const certificateRow = (row: Row): CertificateRow => ({
  certificateId: row.certificateId,
  title: `${row.name}的期满证明`,
  note: `${MEASURES[row.measure]}，${dayOfDate(row.lastDate)}期满 · ${row.number}`,
  word: STATES[row.state].word,
  tone: STATES[row.state].tone,
});
