import type { Posted } from '../kernel/group-robot';
import type { PostDocument } from './robot.document';

/** Minutes from one try to the next; after the last it is given up. */
const PAUSES = [1, 5, 15, 60];
const LONGEST = 60;

/** A test is looked at by whoever makes it, who may make another. */
export const mostTries = (what: PostDocument['what']): number => (what === 'test' ? 1 : PAUSES.length + 1);

/** How many minutes after its n-th try (from 1) a line is looked at again. */
export const pauseAfter = (tries: number): number => PAUSES[tries - 1] ?? LONGEST;

/** Trying again helps against a bad line, not against an answer. */
export const isWorthRetrying = (posted: Posted): boolean => posted === 'busy' || posted === 'unreachable';

/** Why a line did not arrive, and what to do about it. */
export const REASONS: Readonly<Record<Exclude<Posted, 'sent'>, string>> = {
  gone: '机器人已经不在群里，或者地址作废了。请在群里重新添加，再换成新地址',
  busy: '这个群一分钟里发得太多，企业微信没有收',
  refused: '企业微信没有收这条消息。请先发一条测试看看',
  unreachable: '连不上企业微信',
};
