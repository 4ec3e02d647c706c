import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** CloudBase gives a function 3 seconds and 256 MB unless its config.json asks for more; 60 seconds are the most. */
const configSchema = z.object({
  timeout: z.number().int().min(1).max(60).default(3),
  memorySize: z.number().int().min(64).max(2048).default(256),
  triggers: z
    .array(z.object({ name: z.string(), type: z.literal('timer'), config: z.string() }))
    .max(1, 'CloudBase gives a function one timer')
    .default([]),
  permissions: z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
});

export type FunctionConfig = z.infer<typeof configSchema>;

/** A deployable folder: whatever has a package.json beside its index.ts. */
export interface FunctionDefinition {
  readonly name: string;
  readonly folder: string;
  readonly config: FunctionConfig;
}

export function readDefinitions(root: string): FunctionDefinition[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'package.json')))
    .map(({ name }) => ({ name, folder: join(root, name), config: readConfig(join(root, name)) }));
}

function readConfig(folder: string): FunctionConfig {
  const file = join(folder, 'config.json');
  const parsed = configSchema.safeParse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
