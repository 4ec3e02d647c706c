import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { writeWhole } from './data-folder';

const recipeSchema = z.record(z.string(), z.object({ generate: z.enum(['base64-32', 'code-8']) }));
const secretsSchema = z.record(z.string(), z.string());

/** No 0/O or 1/I/L: people read these codes to each other over the phone. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const generators = {
  'base64-32': () => randomBytes(32).toString('base64'),
  'code-8': () => Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(''),
};

/**
 * The functions' environment: each variable that `recipeFile` (environment.json) names is made once and kept in
 * `secretsFile`, readable by its owner only.
 */
export function loadSecrets(recipeFile: string, secretsFile: string): Record<string, string> {
  const kept = existsSync(secretsFile) ? read(secretsFile, secretsSchema) : {};
  const recipes = existsSync(recipeFile) ? read(recipeFile, recipeSchema) : {};
  const missing = Object.entries(recipes).filter(([name]) => kept[name] === undefined);
  if (missing.length === 0) return kept;
  const made = missing.map(([name, { generate }]) => [name, generators[generate]()] as const);
  const secrets = { ...kept, ...Object.fromEntries(made) };
  writeWhole(secretsFile, JSON.stringify(secrets, null, 2), 0o600);
  return secrets;
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file}: damaged. Start over with --reset.`, { cause: error });
  }
}
