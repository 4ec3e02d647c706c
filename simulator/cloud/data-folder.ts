import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { FolderLock, LOCK_FILE } from './folder-lock';

const FORMAT = 1;
const CARD = 'simulator.json';
/** What the simulator itself writes; `--reset` touches nothing else. */
const OWN_FILES = /^(database\.(db|lock).*|simulator\.sqlite.*|storage|secrets\.json|simulator\.json)$/;

const cardSchema = z.object({
  format: z.literal(FORMAT),
  demo: z.string(),
  filled: z.boolean(),
  clockShift: z.number(),
});
export type Card = z.infer<typeof cardSchema>;

/** Where one simulated cloud keeps everything. `:memory:` keeps nothing after the end. */
export class DataFolder {
  private constructor(
    readonly path: string,
    readonly isNew: boolean,
    readonly isTemporary: boolean,
    private readonly lock: FolderLock | undefined,
    private card: Card,
  ) {}

  /** Opens or makes the folder. Throws, and changes nothing, when it holds what the simulator did not write. */
  static open(name: string, options: { demo: string; reset: boolean }): DataFolder {
    const fresh: Card = { format: FORMAT, demo: options.demo, filled: false, clockShift: 0 };
    if (name === ':memory:') {
      const path = mkdtempSync(join(tmpdir(), 'cunan-'));
      return new DataFolder(path, true, true, undefined, fresh);
    }
    const path = resolve(name);
    // People's data, though sealed: for the owner of this machine's account only.
    mkdirSync(path, { recursive: true, mode: 0o700 });
    checkOwner(path);
    const lock = new FolderLock(path);
    try {
      if (options.reset) empty(path);
      const card = readCard(path);
      if (card?.filled === true) return new DataFolder(path, false, false, lock, card);
      // A first start that was cut short has left half a demo and nothing of anybody's: it begins anew.
      empty(path);
      const folder = new DataFolder(path, true, false, lock, fresh);
      folder.save();
      return folder;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  get demo(): string {
    return this.card.demo;
  }

  get clockShift(): number {
    return this.card.clockShift;
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** Remembers what the next start must know. Until `filled` is saved, a next start begins anew. */
  save(changes: Partial<Card> = {}): void {
    this.card = { ...this.card, ...changes };
    writeWhole(this.file(CARD), JSON.stringify(this.card, null, 2));
  }

  /** Lets go of the folder; one in memory is gone after. */
  close(): void {
    this.lock?.release();
    if (this.isTemporary) rmSync(this.path, { recursive: true, force: true });
  }
}

/** A crash leaves either the old file or the new one, never half of it. */
export function writeWhole(file: string, text: string, mode = 0o644): void {
  writeFileSync(`${file}.new`, text, { mode });
  renameSync(`${file}.new`, file);
}

/** What file managers and git leave anywhere. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep', '.gitignore']);

const contents = (path: string): string[] =>
  readdirSync(path).filter((name) => !name.startsWith(LOCK_FILE) && !LITTER.has(name));

/** Refuses a folder that holds anything the simulator did not write. */
function checkOwner(path: string): void {
  const foreign = contents(path).find((name) => !OWN_FILES.test(name.replace(/\.new$/, '')));
  if (foreign !== undefined)
    throw new Error(
      `${path} is not a data folder of the simulator: it holds ${foreign}. Choose another one with --data.`,
    );
}

function empty(path: string): void {
  for (const name of contents(path)) rmSync(join(path, name), { recursive: true, force: true });
}

/** Undefined for an empty folder. */
function readCard(path: string): Card | undefined {
  if (contents(path).length === 0) return undefined;
  const file = join(path, CARD);
  const refuse = (why: string): never => {
    throw new Error(`${file}: ${why}. Choose another folder with --data, or start over with --reset.`);
  };
  if (!existsSync(file)) return refuse('missing');
  let card: unknown;
  try {
    card = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refuse('damaged');
  }
  const parsed = cardSchema.safeParse(card);
  return parsed.success ? parsed.data : refuse(`not of format ${FORMAT}, which this version reads`);
}
