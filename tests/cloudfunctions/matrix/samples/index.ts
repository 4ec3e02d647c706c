import type { Contracts } from '../../../../cloudfunctions/contracts';
import { alerts } from './alerts';
import { audit } from './audit';
import { catalogue } from './catalogue';
import { channels } from './channels';
import { divisions } from './divisions';
import { gridwork } from './gridwork';
import { home } from './home';
import { knowledge } from './knowledge';
import { medicines } from './medicines';
import { notices } from './notices';
import { numbers } from './numbers';
import { observation } from './observation';
import { orders } from './orders';
import { pickup } from './pickup';
import { settlement } from './settlement';
import { registration } from './registration';
import { purchase } from './purchase';
import { pushedlist } from './pushedlist';
import { publishing } from './publishing';
import { reach } from './reach';
import { release } from './release';
import { returns } from './returns';
import { roster } from './roster';
import { rounds } from './rounds';
import { rulebook } from './rulebook';
import { rumours } from './rumours';
import { township } from './township';
import type { SamplesOf } from './samples-of';

export { enrolIn, type Enrolled } from '../world';

/** A valid input for every action, over the household and the grids of the village `here`. */
export const samples: { [F in keyof Contracts]: SamplesOf<F> } = {
  alerts,
  audit,
  catalogue,
  channels,
  divisions,
  gridwork,
  home,
  knowledge,
  medicines,
  notices,
  numbers,
  observation,
  orders,
  pickup,
  settlement,
  registration,
  purchase,
  pushedlist,
  publishing,
  reach,
  release,
  returns,
  roster,
  rounds,
  rulebook,
  rumours,
  township,
};
