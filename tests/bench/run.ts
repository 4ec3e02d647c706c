// `npm run bench -- <scenario> [--json]`. With --json the last line on standard output is the figures as JSON; everything
// else goes to standard error.
import * as crash from './crash';
import * as floor from './floor';
import * as notices from './notices';
import * as registration from './registration';
import * as returns from './returns';
import * as supplies from './supplies';

type Scenario = { measure: (say: (line: string) => void) => Promise<Record<string, unknown>> };
const scenarios: Record<string, Scenario> = { floor, crash, registration, returns, supplies, notices };

async function run([name = '', ...flags]: string[]): Promise<number> {
  const scenario = scenarios[name];
  if (scenario === undefined) {
    console.error(`Which one? npm run bench -- ${Object.keys(scenarios).join(' | ')} [--json]`);
    return 2;
  }
  const figures = await scenario.measure((line) => console.error(line));
  console.log(flags.includes('--json') ? JSON.stringify(figures) : figures);
  return 0;
}

void run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
