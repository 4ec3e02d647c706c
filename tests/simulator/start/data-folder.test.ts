import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from '../../../simulator/cloud/data-folder';
import { loadSecrets } from '../../../simulator/cloud/secrets';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cunan-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opened and let go of, as by a start that ended. */
function open(reset = false, demo = 'township'): DataFolder {
  const opened = DataFolder.open(folder, { demo, reset });
  opened.close();
  return opened;
}
const put = (name: string, text = 'x'): void => writeFileSync(join(folder, name), text);

test('a new folder is new until it has been filled, and keeps its demo after', () => {
  expect(open().isNew).toBe(true);
  const again = open();
  expect(again.isNew).toBe(true);
  again.save({ filled: true, clockShift: 5 });
  const known = open(false, 'city');
  expect(known).toMatchObject({ isNew: false, demo: 'township', clockShift: 5 });
});

test('a first start that was cut short begins anew', () => {
  open();
  put('database.db', 'half a demo');
  expect(open().isNew).toBe(true);
  expect(existsSync(join(folder, 'database.db'))).toBe(false);
});

test.each([
  ['damaged', '{"form'],
  ['not of format 1', '{"format":2,"demo":"township","filled":true,"clockShift":0}'],
  ['not of format 1', '{}'],
])('a card that is %s is named, and nothing is touched', (why, card) => {
  put('simulator.json', card);
  put('database.db', 'precious');
  expect(() => open()).toThrow(new RegExp(`simulator\\.json: ${why}.*--reset`));
  expect(readFileSync(join(folder, 'database.db'), 'utf8')).toBe('precious');
  expect(open(true).isNew).toBe(true);
});

test('a folder of somebody else is neither opened nor reset', () => {
  put('thesis.docx');
  expect(() => open()).toThrow('it holds thesis.docx');
  expect(() => open(true)).toThrow('it holds thesis.docx');
  expect(readdirSync(folder)).toEqual(['thesis.docx']);
});

test('reset takes away what the simulator wrote', () => {
  open().save({ filled: true });
  for (const name of ['database.db', 'database.db-wal', 'simulator.sqlite', 'secrets.json']) put(name);
  mkdirSync(join(folder, 'storage'));
  put('storage/abc');
  expect(open(true).isNew).toBe(true);
  expect(readdirSync(folder).filter((name) => !name.startsWith('simulator.lock'))).toEqual([
    'simulator.json',
  ]);
});

test('a folder in use is neither opened nor reset by another start', () => {
  const inUse = DataFolder.open(folder, { demo: 'township', reset: false });
  expect(() => open()).toThrow('another simulator is running');
  expect(() => open(true)).toThrow('another simulator is running');
  expect(existsSync(join(folder, 'simulator.json'))).toBe(true);
  inUse.close();
  expect(open(true).isNew).toBe(true);
});

test('in memory nothing is left behind', () => {
  const memory = DataFolder.open(':memory:', { demo: 'empty', reset: false });
  expect(memory).toMatchObject({ isNew: true, isTemporary: true });
  memory.close();
  expect(existsSync(memory.path)).toBe(false);
});

describe('secrets', () => {
  const recipe = { KEY: { generate: 'base64-32' }, CODE: { generate: 'code-8' } };
  const load = (recipes: unknown = recipe): Record<string, string> => {
    put('environment.json', JSON.stringify(recipes));
    return loadSecrets(join(folder, 'environment.json'), join(folder, 'secrets.json'));
  };

  test('are made once, differ between installations and only their owner may read them', () => {
    const first = load();
    expect(Buffer.from(first.KEY!, 'base64')).toHaveLength(32);
    expect(first.CODE).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(load()).toEqual(first);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    rmSync(join(folder, 'secrets.json'));
    expect(load().KEY).not.toBe(first.KEY);
  });

  test('a new variable is added without changing the others', () => {
    const first = load();
    expect(load({ ...recipe, MORE: { generate: 'code-8' } })).toMatchObject(first);
  });

  test('a damaged file is named and kept', () => {
    put('secrets.json', '{');
    expect(() => load()).toThrow(/secrets\.json: damaged.*--reset/);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{');
  });
});
