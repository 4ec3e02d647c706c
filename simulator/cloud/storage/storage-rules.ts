import { runInNewContext } from 'node:vm';
import rules from '../../../cloudfunctions/storage-rules.json';
import type { StoredFile } from './file-store';

/**
 * The rule by which phones read files, as it is pasted into CloudBase's console: an expression over `auth` and `resource`. Most files are their
 * owner's; what belongs to a notice or to a shop's shelf is for whoever was told its path, which can't be guessed.
 */
export const mayRead = ({ owner, path }: Pick<StoredFile, 'owner' | 'path'>, openid: string): boolean =>
  runInNewContext(rules.read, { auth: { openid }, resource: { openid: owner, path } }) === true;
