import { ENVIRONMENT_ID } from '../functions/caller';

const ROOT = `cloud://${ENVIRONMENT_ID}.6375-${ENVIRONMENT_ID}-1300000000/`;

export const fileIdOf = (path: string): string => ROOT + path;

/** The path behind `cloud://<env>.<bucket>/<path>`; undefined when it isn't one of this environment. */
export const pathOfFileId = (fileId: string): string | undefined =>
  fileId.startsWith(ROOT) ? fileId.slice(ROOT.length) : undefined;

/**
 * Whether a cloud path may exist. Stored files never carry it as their name, so this protects readers of URLs and
 * logs rather than the disk: no empty or dot segments, nothing that an address would swallow.
 */
export const isCloudPath = (path: string): boolean =>
  path.length <= 500 &&
  /^[^\p{C}\s\\?#%*:|"<>]+$/u.test(path) &&
  path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
