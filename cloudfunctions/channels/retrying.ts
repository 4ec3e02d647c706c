import type { Posted } from '../kernel/group-robot';

/** Minutes from one try to the next; after the last there is none. */
const PAUSES = [1, 5, 15, 60];

/** How many minutes after its n-th try (from 1) a line is tried again; null when it is given up. */
export const pauseAfter = (tries: number): number | null => PAUSES[tries - 1] ?? null;

/** Trying again helps against a bad line, not against an answer. */
export const isWorthRetrying = (posted: Posted): boolean => posted === 'busy' || posted === 'unreachable';

/** Why a line did not arrive, and what to do about it. */
export const REASONS: Readonly<Record<Exclude<Posted, 'sent'>, string>> = {
  gone: '机器人已经不在群里，或者地址作废了。请在群里重新添加，再换成新地址',
  busy: '这个群一分钟里发得太多，企业微信没有收',
  refused: '企业微信没有收这条消息。请先发一条测试看看',
  unreachable: '连不上企业微信',
};
