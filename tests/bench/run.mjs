// `npm run bench -- <scenario> [--json]`: runs tests/bench/<scenario>.ts. With --json the last line on standard output is
// the figures as JSON; everything else goes to standard error.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/cjs/api';

const here = path.dirname(fileURLToPath(import.meta.url));
const [scenario, ...flags] = process.argv.slice(2);
const scenarios = fs
  .readdirSync(here)
  .filter((file) => file.endsWith('.ts') && !file.startsWith('_'))
  .map((file) => path.basename(file, '.ts'));
if (!scenarios.includes(scenario)) {
  console.error(`Which one? npm run bench -- ${scenarios.join(' | ')} [--json]`);
  process.exit(2);
}

register();
const { createRequire } = await import('node:module');
const { measure } = createRequire(import.meta.url)(path.join(here, `${scenario}.ts`));
const figures = await measure((line) => console.error(line));
if (flags.includes('--json')) console.log(JSON.stringify(figures));
else console.table(figures);
process.exit(0);
