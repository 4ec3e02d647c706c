import type { Contracts, InputOf, OutputOf, Reply, StaffRole } from '../../cloudfunctions/contracts';
import type { Account } from '../../cloudfunctions/kernel/identity';
import { startSimulator, type Simulator } from '../../simulator/simulator';
import { allDocuments } from './documents';

type FunctionName = keyof Contracts;
type ActionName<F extends FunctionName> = keyof Contracts[F] & string;

/** The reply of an action, typed by its contract. */
export type ReplyOf<F extends FunctionName, A extends ActionName<F>> = Reply<OutputOf<Contracts[F][A]>>;

/** Somebody's phone: calls a function over the genuine SDK and answers its reply. */
export interface Phone {
  openid: string;
  call<F extends FunctionName, A extends ActionName<F>>(
    functionName: F,
    action: A,
    input: InputOf<Contracts[F][A]>,
  ): Promise<ReplyOf<F, A>>;
  /** The same, answering the data; a refusal throws with its code, message and fields. */
  get<F extends FunctionName, A extends ActionName<F>>(
    functionName: F,
    action: A,
    input: InputOf<Contracts[F][A]>,
  ): Promise<OutputOf<Contracts[F][A]>>;
}

/** A village of the demo with its first team, and a household that lives there. */
export interface Village {
  gridId: string;
  name: string;
  /** Town, village. */
  gridPath: string[];
  team: { gridId: string; name: string; gridPath: string[] };
  householdId: string;
  /** Openid of somebody of that household. */
  resident: string;
}

/** The demo township on a simulator of its own. */
export interface Township {
  simulator: Simulator;
  town: { gridId: string; name: string };
  /** Two villages that have nothing to do with each other. */
  here: Village;
  there: Village;
  as(openid: string): Phone;
  /**
   * Openid of somebody who holds this role and nothing else in this grid (its whole path, town first): made for the test, straight in
   * the database, because the demo has not every role everywhere. Another `which` is another person.
   */
  holderOf(role: StaffRole, gridPath: readonly string[], which?: string): string;
  /** All documents of a collection, past every scope. */
  documents<T extends object>(collection: string): T[];
  /** Writes to the database as somebody would who has its password and no key. */
  tamper(collection: string, query: object, update: object): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the demo before the file's tests and stops it after them. Read its parts inside tests only. */
export function useTownship(options: { timers?: boolean } = {}): Township {
  let township: Township | undefined;
  beforeAll(async () => {
    township = await openTownship('township', options);
  }, 60_000);
  afterAll(async () => {
    await township?.stop();
  });
  return new Proxy({} as Township, {
    get(_, part: keyof Township) {
      if (township === undefined) throw new Error('The township is there only while tests run');
      return township[part];
    },
  });
}

/** For tests that start and stop on their own. */
export async function openTownship(
  demo: 'township' | 'city' = 'township',
  {
    timers = true,
    data = ':memory:',
    ...options
  }: { timers?: boolean; data?: string; instanceLimit?: number } = {},
): Promise<Township> {
  const simulator = await startSimulator({ port: 0, data, demo, device: false, timers, ...options });
  try {
    return { ...(await describeTown(simulator)), ...toolsOn(simulator) };
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}

function toolsOn(
  simulator: Simulator,
): Pick<Township, 'simulator' | 'as' | 'holderOf' | 'documents' | 'tamper' | 'stop'> {
  const holders = new Set<string>();
  return {
    simulator,
    as: (openid) => phoneOf(simulator, openid),
    holderOf(role, gridPath, which = '1') {
      const account = holderOf(role, gridPath, which);
      if (!holders.has(account._id)) simulator.database.insertMany('accounts', [account]);
      holders.add(account._id);
      return account._id;
    },
    documents: (collection) => allDocuments(simulator, collection),
    tamper: (collection, query, update) => modify(simulator, collection, query, update),
    stop: () => simulator.stop(),
  };
}

function phoneOf(simulator: Simulator, openid: string): Phone {
  return {
    openid,
    async call<F extends FunctionName, A extends ActionName<F>>(functionName: F, action: A, input: unknown) {
      return (await simulator.call(functionName, { action, input }, { openid })) as ReplyOf<F, A>;
    },
    async get<F extends FunctionName, A extends ActionName<F>>(
      functionName: F,
      action: A,
      input: InputOf<Contracts[F][A]>,
    ) {
      const reply = await this.call(functionName, action, input);
      if (!reply.ok) throw new Error(`${functionName}.${action} was refused: ${JSON.stringify(reply.error)}`);
      return reply.data;
    },
  };
}

async function describeTown(simulator: Simulator): Promise<Pick<Township, 'town' | 'here' | 'there'>> {
  const anybody = phoneOf(simulator, 'o-anybody');
  const gridsBelow = async (parentId?: string) =>
    (await anybody.get('township', 'grids', parentId === undefined ? {} : { parentId })).grids;

  const [town] = await gridsBelow();
  if (town === undefined) throw new Error('The demo has no town');
  const accounts = allDocuments<Account>(simulator, 'accounts');
  const households = allDocuments<{ _id: string; gridPath: string[] }>(simulator, 'households');
  const villages: Village[] = [];
  for (const village of await gridsBelow(town.id)) {
    const [team] = await gridsBelow(village.id);
    const inVillage = new Set(
      households.filter(({ gridPath }) => gridPath.includes(village.id)).map(({ _id }) => _id),
    );
    const resident = accounts.find(
      ({ householdId, posts }) => householdId !== null && posts.length === 0 && inVillage.has(householdId),
    );
    if (team === undefined || resident?.householdId == null) continue;
    villages.push({
      gridId: village.id,
      name: village.name,
      gridPath: [town.id, village.id],
      team: { gridId: team.id, name: team.name, gridPath: [town.id, village.id, team.id] },
      householdId: resident.householdId,
      resident: resident._id,
    });
  }
  const [here, there] = villages;
  if (here === undefined || there === undefined)
    throw new Error('The demo needs two villages with a household on a phone in each');
  return { town: { gridId: town.id, name: town.name }, here, there };
}

/** Suppliers know their people by their posts: all who hold a supplier's post in a grid for a test hold this one. */
export const sellerPostId = (gridId: string): string => `test-seller-${gridId}`;

function holderOf(role: StaffRole, gridPath: readonly string[], which: string): Account {
  const gridId = gridPath.at(-1)!;
  const openid = `o-test-${role}-${gridId}-${which}`;
  return {
    _id: openid,
    name: '测试人员',
    phone: null,
    phoneIndex: null,
    householdId: null,
    posts: [
      {
        postId: role === 'supplier' ? sellerPostId(gridId) : `${openid}-post`,
        role,
        gridId,
        gridPath: [...gridPath],
      },
    ],
    version: 1,
  };
}

async function modify(
  simulator: Simulator,
  collectionName: string,
  query: object,
  update: object,
): Promise<number> {
  const { data } = await simulator.database.handle('database.modifyDocument', {
    collectionName,
    query: JSON.stringify(query),
    data: JSON.stringify(update),
    multi: true,
    merge: true,
    upsert: false,
  });
  return Number(data?.updated);
}
