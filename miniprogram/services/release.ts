import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Release = Contracts['release'];
/** What the page showed: a step attests that and nothing else. */
export type Seen = InputOf<Release['propose']>;
export type QueueStep = InputOf<Release['queue']>['step'];
export type PublicationDraft = OutputOf<Release['publicationDraft']>;

const from = (after: string | undefined) => (after === undefined ? {} : { after });

/** One page of the people in my grids whose days are over; `after` is the last page's `next`. */
export const listReady = (after?: string) => call('release', 'ready', from(after), 'safe');

/** One page of the releases that wait for a step, or are done. */
export const listReleases = (step: QueueStep, after?: string) =>
  call('release', 'queue', { step, ...from(after) }, 'safe');

export const readRelease = (observationId: string) => call('release', 'show', { observationId }, 'safe');

export const proposeRelease = (seen: Seen) => call('release', 'propose', seen, 'safe');
export const checkRelease = (seen: Seen) => call('release', 'check', seen, 'safe');
export const approveRelease = (seen: Seen) => call('release', 'approve', seen, 'safe');
export const sendBackRelease = (seen: Seen, reason: string) =>
  call('release', 'sendBack', { ...seen, reason }, 'safe');

export const listMyCertificates = async () => (await call('release', 'myCertificates', {}, 'safe')).rows;
export const readCertificate = (certificateId: string) =>
  call('release', 'certificate', { certificateId }, 'safe');
/** One of my grids'. That it was looked at is recorded. */
export const readCertificateForStaff = (certificateId: string) =>
  call('release', 'certificateForStaff', { certificateId }, 'safe');

/** Whether the certificate of a code holds; for anybody. */
export const verifyCertificate = (certificateId: string) =>
  call('release', 'verify', { certificateId }, 'safe');

export const revokeCertificate = (form: InputOf<Release['revoke']>) =>
  call('release', 'revoke', form, 'safe');

/** What would be published of a village now. */
export const draftPublication = (gridId: string) => call('release', 'publicationDraft', { gridId }, 'safe');
export const publishList = (form: InputOf<Release['publish']>) => call('release', 'publish', form, 'safe');

/** What my village published last. */
export const readPublished = () => call('release', 'published', {}, 'safe');
/** One page of what was published in my town, newest first. */
export const listPublications = (after?: string) => call('release', 'publications', from(after), 'safe');
export const readPublication = (publicationId: string) =>
  call('release', 'publication', { publicationId }, 'safe');
export const withdrawPublication = (publicationId: string, reason: string) =>
  call('release', 'withdrawPublication', { publicationId, reason }, 'safe');
