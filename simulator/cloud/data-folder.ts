import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const FORMAT = 1;
const CARD = 'simulator.json';
/** What the simulator itself writes; `--reset` touches nothing else. */
const OWN_FILES = /^(database\.sqlite.*|simulator\.sqlite.*|storage|secrets\.json|simulator\.json|running\.json)$/;

const cardSchema = z.object({ format: z.literal(FORMAT), demo: z.string(), filled: z.boolean(), clockShift: z.number() });
export type Card = z.infer<typeof cardSchema>;

/** Where one simulated cloud keeps everything. `:memory:` keeps nothing after the end. */
export class DataFolder {
  private constructor(
    readonly path: string,
    readonly isNew: boolean,
    readonly isTemporary: boolean,
    private card: Card,
  ) {}

  /** Opens or makes the folder. Throws, and changes nothing, when it holds what the simulator did not write. */
  static open(name: string, options: { demo: string; reset: boolean }): DataFolder {
    const fresh: Card = { format: FORMAT, demo: options.demo, filled: false, clockShift: 0 };
    if (name === ':memory:') return new DataFolder(mkdtempSync(join(tmpdir(), 'cunan-')), true, true, fresh);
    const path = resolve(name);
    mkdirSync(path, { recursive: true });
    if (options.reset) reset(path);
    const card = readdirSync(path).length === 0 ? undefined : readCard(path);
    if (card?.filled === true) return new DataFolder(path, false, false, card);
    // A first start that was cut short has left half a demo and nothing of anybody's: it begins anew.
    if (card !== undefined) reset(path);
    const folder = new DataFolder(path, true, false, fresh);
    folder.save();
    return folder;
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

  removeIfTemporary(): void {
    if (this.isTemporary) rmSync(this.path, { recursive: true, force: true });
  }
}

/** A crash leaves either the old file or the new one, never half of it. */
export function writeWhole(file: string, text: string, mode = 0o644): void {
  writeFileSync(`${file}.new`, text, { mode });
  renameSync(`${file}.new`, file);
}

function readCard(path: string): Card {
  const file = join(path, CARD);
  const refuse = (why: string): never => {
    throw new Error(`${file}: ${why}. Choose another folder with --data, or start over with --reset.`);
  };
  if (!existsSync(file))
    return refuse('missing, so this folder is not one of the simulator');
  let card: unknown;
  try {
    card = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refuse('damaged');
  }
  const parsed = cardSchema.safeParse(card);
  return parsed.success ? parsed.data : refuse(`not of format ${FORMAT}, which this version reads`);
}

function reset(path: string): void {
  const names = readdirSync(path);
  const foreign = names.filter((name) => !OWN_FILES.test(name) && !name.endsWith('.new'));
  if (foreign.length > 0)
    throw new Error(`${path} also holds ${foreign[0]!}, which the simulator did not write: nothing was reset.`);
  for (const name of names) rmSync(join(path, name), { recursive: true, force: true });
}
