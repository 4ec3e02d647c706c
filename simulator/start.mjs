// `npm start` on any machine: installs what is missing, then runs main.ts in this same process, so that stopping this process
// stops everything.
import { installPackages } from './install.mjs';

const problem = installPackages();
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}

// Both, because what is loaded only when needed goes through import().
(await import('tsx/cjs/api')).register();
(await import('tsx/esm/api')).register();
await import('./main.ts');
