import { createHash, randomBytes } from 'node:crypto';
import { vaultOf } from '../../../cloudfunctions/kernel/vault';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { placeOf } from '../../../cloudfunctions/registration/household-view';
import type { CoverageDocument, GridDocument } from '../../../cloudfunctions/township/grid.document';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import { isMobilePhone } from '../../../miniprogram/shared/phone';
import { isResidentId, readResidentId } from '../../../miniprogram/shared/resident-id';
import { type Database, openDatabase } from '../../../simulator/cloud/database';
import { type DemoName, demoPersonas, loadDemo } from '../../../simulator/demo';
import schema from '../../../cloudfunctions/database.json';
import type { DatabaseSchema } from '../../../simulator/cloud/database/schema';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-11-21T09:00:00+08:00');
const key = () => randomBytes(32).toString('base64');

type Loaded = { database: Database; open: (field: 'papers' | 'phone', sealed: string) => string };
const opened: Database[] = [];
afterAll(() => opened.forEach((database) => database.close()));

function load(name: DemoName): Loaded {
  const database = openDatabase({
    folder: ':memory:',
    schema: schema as unknown as DatabaseSchema,
    now: () => NOW,
  });
  opened.push(database);
  const secrets = { CUNAN_SEALING_KEY: key(), CUNAN_INDEX_KEY: key(), CUNAN_AUDIT_KEY: key() };
  loadDemo(name, { database, secrets, now: NOW });
  const vault = vaultOf(secrets);
  return { database, open: (field, sealed) => vault.open(field, sealed) };
}

function all<T>(database: Database, collection: string): T[] {
  const found: T[] = [];
  while (found.length < database.count(collection))
    found.push(
      ...(database.browse(collection, { offset: found.length, limit: 1000 }).documents as unknown as T[]),
    );
  return found;
}

describe('the township', () => {
  let town: Loaded;
  let households: HouseholdDocument[];
  beforeAll(() => {
    town = load('township');
    households = all(town.database, 'households');
  });

  test('has the size it says', () => {
    const levels = all<GridDocument>(town.database, 'grids').map(({ level }) => level);
    expect([1, 6, 30]).toEqual(
      ['town', 'village', 'team'].map((level) => levels.filter((one) => one === level).length),
    );
    expect(households).toHaveLength(600);
    expect(households.reduce((sum, { people }) => sum + people.length, 0)).toBe(2000);
    const states = ['submitted', 'returned', 'verified'].map((status) => households.filter((file) => file.status === status).length); // prettier-ignore
    expect(states).toEqual([40, 8, 552]);
  });

  test('is the same each time it is made', () => {
    const outline = ({ database }: Loaded) => {
      const families = all<HouseholdDocument>(database, 'households').map((file) => [
        file._id,
        file.gridId,
        file.status,
        file.submittedAt,
        file.people.map(({ name, papersMask, phoneMask, birthDate }) => [
          name,
          papersMask,
          phoneMask,
          birthDate,
        ]),
      ]);
      return createHash('sha256').update(JSON.stringify(families)).digest('hex');
    };
    expect(outline(load('township'))).toBe(outline(town));
  });

  test('counts every file where it lies, against rolls that know of at least as many', () => {
    for (const grid of all<CoverageDocument>(town.database, 'coverage')) {
      const own = households.filter(({ gridId }) => gridId === grid._id);
      for (const status of ['submitted', 'verified', 'returned'] as const)
        expect(grid[status]).toBe(own.filter((file) => file.status === status).length);
      expect(grid.known).toBeGreaterThanOrEqual(own.length);
    }
  });

  test('names nobody real: its ID numbers are of no division, its phones of no operator, each well formed', () => {
    for (const { people } of households)
      for (const person of people) {
        const papers = town.open('papers', person.papers);
        expect(isResidentId(papers)).toBe(true);
        expect(papers.slice(0, 6)).toBe('511999');
        expect(readResidentId(papers)).toEqual({ birthDate: person.birthDate, sex: person.sex });
        if (person.phone === null) continue;
        const phone = town.open('phone', person.phone);
        expect(isMobilePhone(phone)).toBe(true);
        expect(phone.slice(0, 3)).toBe('154');
      }
  });

  test('gives each person papers of their own, but for a few who stand in two files', () => {
    const holders = households.flatMap(({ papersIndexes }) => papersIndexes);
    const repeated = holders.length - new Set(holders).size;
    expect(repeated).toBeGreaterThanOrEqual(3);
    expect(repeated).toBeLessThanOrEqual(10);
  });

  test('holds the care categories, children, tenants and people away', () => {
    const people = households.flatMap((file) => file.people);
    expect(new Set(people.flatMap(({ careCategories }) => careCategories)).size).toBe(7);
    expect(people.filter(({ birthDate }) => birthDate > '2012-11-21').length).toBeGreaterThan(100);
    expect(people.filter(({ whereabouts }) => whereabouts === 'away').length).toBeGreaterThan(50);
    expect(households.filter(({ tenure }) => tenure === 'tenant').length).toBeGreaterThan(20);
    const bound = all<Account>(town.database, 'accounts').filter(({ householdId }) => householdId !== null);
    expect(bound.length).toBeLessThan(households.length);
  });

  test('sent no form later than now, and decided none before it was sent', () => {
    for (const { submittedAt, verifiedAt } of households) {
      expect(Date.parse(submittedAt)).toBeLessThan(NOW);
      if (verifiedAt === null) continue;
      expect(verifiedAt > submittedAt).toBe(true);
      expect(Date.parse(verifiedAt)).toBeLessThanOrEqual(NOW);
    }
  });

  test('has a grid member in each team and a leader and a doctor in each village', () => {
    const posts = all<PostDocument>(town.database, 'posts');
    const held = (role: string) =>
      new Set(posts.filter((post) => post.role === role).map(({ gridId }) => gridId)).size;
    expect(['gridMember', 'gridLeader', 'villageDoctor'].map(held)).toEqual([30, 6, 6]);
    expect(posts.filter(({ role }) => role === 'townOfficer').length).toBeGreaterThanOrEqual(2);
  });

  test('lets one hold the phones of its cast, who are what their titles say', () => {
    const { personas, groups } = demoPersonas('township');
    const accounts = new Map(
      all<Account>(town.database, 'accounts').map((account) => [account._id, account]),
    );
    const places = new Map(
      all<GridDocument>(town.database, 'grids').map((grid) => [grid._id, placeOf(grid.pathNames)]),
    );
    expect(new Set(personas.map(({ phone }) => phone)).size).toBe(personas.length);
    expect(groups.length).toBeGreaterThan(0);
    for (const { openid, name, title } of personas) {
      const account = accounts.get(openid);
      expect(account?.name ?? null).toBe(title === '还没登记' ? null : name);
      const [, where] = title.split(' · ');
      if (account && account.posts.length > 0)
        expect(places.get(account.posts[0]!.gridId)?.replaceAll(' ', '')).toContain(where);
    }
  });
});

test('the empty demo writes nothing, and its people have no posts', () => {
  const { database } = load('empty');
  expect(database.collections().filter(({ count }) => count > 0)).toEqual([]);
  expect(demoPersonas('empty').personas.length).toBeGreaterThan(0);
});
