import type { ReachRow } from '../../cloudfunctions/contracts/index';
import { tellHousehold, type TellForm } from './reach';
import { type Kept, unsentActs } from './unsent';

/** A household was told, maybe at a door without a network. `name`: whose. */
type Telling = { form: TellForm; name: string };
export type KeptTell = Kept<Telling>;

const tells = unsentActs<Telling, ReachRow>({
  key: 'unsent-tells',
  send: ({ form }) => tellHousehold(form),
  full: '没有记上，手机也存不下了。请先写在纸上，有网时再记',
});

export const keptTells = tells.kept;
export const watchKeptTells = tells.watch;
export const submitTell = tells.submit;
export const sendKeptTells = tells.sendKept;
export const keepSendingTells = tells.keepSending;
export const forgetTell = tells.forget;
