import { alertsContract } from '../../cloudfunctions/contracts/alerts';
import { auditContract } from '../../cloudfunctions/contracts/audit';
import { catalogueContract } from '../../cloudfunctions/contracts/catalogue';
import { channelsContract } from '../../cloudfunctions/contracts/channels';
import type { Contracts } from '../../cloudfunctions/contracts';
import type { Action } from '../../cloudfunctions/contracts/contract';
import { divisionsContract } from '../../cloudfunctions/contracts/divisions';
import { gridworkContract } from '../../cloudfunctions/contracts/gridwork';
import { knowledgeContract } from '../../cloudfunctions/contracts/knowledge';
import { medicinesContract } from '../../cloudfunctions/contracts/medicines';
import { noticesContract } from '../../cloudfunctions/contracts/notices';
import { numbersContract } from '../../cloudfunctions/contracts/numbers';
import { homeContract } from '../../cloudfunctions/contracts/home';
import { observationContract } from '../../cloudfunctions/contracts/observation';
import { ordersContract } from '../../cloudfunctions/contracts/orders';
import { purchaseContract } from '../../cloudfunctions/contracts/purchase';
import { pushedListContract } from '../../cloudfunctions/contracts/pushed-list';
import { pickupContract } from '../../cloudfunctions/contracts/pickup';
import { settlementContract } from '../../cloudfunctions/contracts/settlement';
import { publishingContract } from '../../cloudfunctions/contracts/publishing';
import { reachContract } from '../../cloudfunctions/contracts/reach';
import { registrationContract } from '../../cloudfunctions/contracts/registration';
import { releaseContract } from '../../cloudfunctions/contracts/release';
import { returnsContract } from '../../cloudfunctions/contracts/returns';
import { rosterContract } from '../../cloudfunctions/contracts/roster';
import { roundsContract } from '../../cloudfunctions/contracts/rounds';
import { rulebookContract } from '../../cloudfunctions/contracts/rulebook';
import { rumoursContract } from '../../cloudfunctions/contracts/rumours';
import { townshipContract } from '../../cloudfunctions/contracts/township';

/** Every contract by its function, for tests that are generated from them. A new function that is missing here does not compile. */
export const contracts: Contracts = {
  alerts: alertsContract,
  audit: auditContract,
  catalogue: catalogueContract,
  channels: channelsContract,
  divisions: divisionsContract,
  gridwork: gridworkContract,
  home: homeContract,
  knowledge: knowledgeContract,
  medicines: medicinesContract,
  notices: noticesContract,
  numbers: numbersContract,
  observation: observationContract,
  orders: ordersContract,
  purchase: purchaseContract,
  pushedlist: pushedListContract,
  pickup: pickupContract,
  settlement: settlementContract,
  publishing: publishingContract,
  reach: reachContract,
  registration: registrationContract,
  release: releaseContract,
  returns: returnsContract,
  roster: rosterContract,
  rounds: roundsContract,
  rulebook: rulebookContract,
  rumours: rumoursContract,
  township: townshipContract,
};

/** Each action of each contract: `[function, action, its declaration]`. */
export const everyAction: (readonly [functionName: keyof Contracts, action: string, declared: Action])[] = (
  Object.keys(contracts) as (keyof Contracts)[]
).flatMap((functionName) =>
  Object.entries(contracts[functionName]).map(
    ([action, declared]) => [functionName, action, declared as Action] as const,
  ),
);
