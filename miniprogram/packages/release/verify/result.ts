import type { Verification } from '../../../../cloudfunctions/contracts/index';
import { measureWords } from '../../../shared/labels';
import { span, STATES, titleOf, wholeDate } from '../words';

/** What a scan found, as somebody at a gate reads it. */
export type Result = {
  word: string;
  tone: 'green' | 'grey' | 'red';
  icon: string;
  beside: string;
  /** What to do about it. */
  advice: string;
  title: string;
  facts: { label: string; value: string }[];
};

const UNKNOWN: Result = {
  word: '查不到',
  tone: 'red',
  icon: 'close',
  beside: '',
  advice: '没有这份证明。请本人从小程序里打开自己的证明，再扫一次；还是查不到，就不能当作证明。',
  title: '',
  facts: [],
};
const FORGED: Result = {
  ...UNKNOWN,
  word: '对不上',
  advice: '这份证明的内容被改动过，和签名对不上，不能当作证明。请打电话问镇里的防控办。',
};
const ADVICE = {
  valid: '请核对：来人的姓和上面一样，日期也对得上。',
  expired: '这份证明过了有效期，只能说明当时已经解除。',
  revoked: '这份证明已经作废，不能再用。请打电话问镇里的防控办。',
} as const;

export function resultOf({ state, certificate }: Verification): Result {
  if (state === 'forged') return FORGED;
  if (state === 'unknown' || certificate === null) return UNKNOWN;
  const { word, tone, icon } = STATES[state];
  const { revokedAt, validUntil, measure, days, firstDate, lastDate } = certificate;
  return {
    word,
    tone,
    icon,
    beside: revokedAt === null ? `到 ${wholeDate(validUntil)}` : `${wholeDate(revokedAt)}作废`,
    advice: ADVICE[state],
    title: titleOf(measure),
    facts: [
      { label: '姓名', value: certificate.nameMask },
      { label: '已完成', value: `${measureWords({ measure, days })}（${span(firstDate, lastDate)}）` },
      { label: '编号', value: certificate.number },
      { label: '发证', value: `${certificate.organisation}，${wholeDate(certificate.issuedAt)}` },
    ],
  };
}

/** The certificate that a scanned code names; empty when it is another kind of code. */
export function certificateInCode(path: string): string {
  const [page = '', query = ''] = path.replace(/^\//, '').split('?');
  if (!page.startsWith('packages/release/verify/index')) return '';
  const scene = /(?:^|&)scene=([^&]*)/.exec(query)?.[1] ?? '';
  return decodeURIComponent(scene);
}
