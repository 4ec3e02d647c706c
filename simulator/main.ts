import { parseArgs } from 'node:util';
import { DEMO_NAMES, startSimulator, type Simulator, type SimulatorOptions } from './simulator';

const USAGE = `npm start -- [--port 7070] [--data .simulator] [--demo ${DEMO_NAMES.join('|')}] [--reset] [--no-watch]`;

/** As it was at the start: a parent may die before everything is up. */
const PARENT = process.ppid;
const LONGEST_STOP = 5000;

function readArguments(): SimulatorOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '7070' },
      data: { type: 'string', default: '.simulator' },
      demo: { type: 'string' },
      reset: { type: 'boolean', default: false },
      'no-watch': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port ${values.port} is not a port`);
  const demo = DEMO_NAMES.find((name) => name === values.demo);
  if (values.demo !== undefined && demo === undefined)
    throw new Error(`--demo ${values.demo}: choose one of ${DEMO_NAMES.join(', ')}`);
  const { data, reset } = values;
  return {
    port,
    data,
    reset,
    watch: !values['no-watch'],
    quiet: false,
    ...(demo === undefined ? {} : { demo }),
  };
}

function greet(simulator: Simulator, asked: string | undefined): void {
  console.log(
    `\n  村安模拟器已启动，请在浏览器打开   The simulator is ready, open\n\n    ${simulator.url}/\n`,
  );
  const code = simulator.secrets.CUNAN_FIRST_OFFICER_CODE;
  if (simulator.demo === 'empty' && code !== undefined)
    console.log(`  首位管理员登记码   First officer's code:  ${code}\n`);
  if (asked !== undefined && asked !== simulator.demo)
    console.log(
      `  数据目录里已有 ${simulator.demo}，要换成 ${asked} 请加 --reset\n` +
        `  The data folder holds ${simulator.demo}; add --reset to start over with ${asked}\n`,
    );
  console.log('  按 Ctrl+C 停止   Press Ctrl+C to stop');
}

/** Ends cleanly when told to, or when the `npm start` above it was killed: npm doesn't always pass that on. */
function stopWhenTold(simulator: Simulator): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    void simulator.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== PARENT) stop();
  }, 500).unref();
}

async function main(): Promise<void> {
  // Functions run in UTC on CloudBase; what they format with local time must be as wrong here as it is there.
  process.env.TZ = 'UTC';
  const options = readArguments();
  const simulator = await startSimulator(options);
  stopWhenTold(simulator);
  greet(simulator, options.demo);
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  console.error(`无法启动   Cannot start: ${text}\n${USAGE}`);
  process.exit(1);
});
