import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Registration = Contracts['registration'];
export type EnrolForForm = InputOf<Registration['enrolFor']>;
export type ChangeHeadForm = InputOf<Registration['changeHead']>;
export type TrailRow = OutputOf<Registration['trail']>['rows'][number];

/** 上门登记: enrols a household at its door. The same `requestId` enrols once. */
export const enrolFor = (form: EnrolForForm) => call('registration', 'enrolFor', form, 'safe');

/** 注销: my phone leaves. Done twice it is done once. */
export const deleteAccount = () => call('registration', 'deleteAccount', { understood: true }, 'safe');

/** 换户主 */
export const changeHead = (form: ChangeHeadForm) => call('registration', 'changeHead', form, 'safe');

/** 转到别的村组: the file waits there, to be verified anew. */
export const handOver = (form: InputOf<Registration['handOver']>) =>
  call('registration', 'handOver', form, 'safe');

/** 搬走: out of the town; the file closes. */
export const moveOut = (form: InputOf<Registration['moveOut']>) =>
  call('registration', 'moveOut', form, 'safe');

/** One page of who looked at or changed our file; `after` is the last page's `next`. */
export const readTrail = (after?: string) =>
  call('registration', 'trail', after === undefined ? {} : { after }, 'safe');
