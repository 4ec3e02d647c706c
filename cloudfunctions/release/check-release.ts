import type { ReleaseView } from '../contracts/release';
import type { Context } from '../kernel/context';
import { inProgress } from './release.document';
import { type Seen, takeStep } from './take-step';

/** 镇里审核: the whole slot record was looked at. */
export const checkRelease = async (input: Seen, context: Context): Promise<ReleaseView> =>
  takeStep('check', input, context, async ({ observation, release }, checked) => ({
    observation,
    release: { ...inProgress(release), status: 'checked', checked },
  }));
