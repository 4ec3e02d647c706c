/**
 * `npm run audit:check [-- --url http://127.0.0.1:7070]`: asks a running simulator whether its audit trail is whole. Prints the answer for
 * people; exits with 1 when something was tampered with, with 2 when nobody could be asked.
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:7070' } } });

/** One stretch of the chain, as an operator at CloudBase's console would ask for it. */
async function check(fromSeal) {
  const response = await fetch(`${values.url}/simulator/invoke/audit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: { action: 'check', input: { fromSeal } } }),
  });
  const { result, errMsg } = await response.json();
  if (!result?.ok) throw new Error(result?.error?.message ?? errMsg ?? `HTTP ${response.status}`);
  return result.data;
}

try {
  const total = { seals: 0, entries: 0 };
  let next = 1;
  let problem = null;
  while (next !== null && problem === null) {
    const part = await check(next);
    total.seals += part.seals;
    total.entries += part.entries;
    ({ next, problem } = part);
  }
  if (problem === null) {
    console.log(`留痕完好：${total.seals} 个封条，${total.entries} 条记录，没有被改动。`);
    console.log(`The audit trail is intact: ${total.entries} entries under ${total.seals} seals.`);
  } else {
    const entry = problem.entryId === null ? '' : `，记录 ${problem.entryId}`;
    console.error(`留痕被动过：第 ${problem.seal} 个封条${entry}：${problem.what}。`);
    console.error(
      `The audit trail was tampered with at seal ${problem.seal}. Before it, ${total.entries} entries hold.`,
    );
    process.exitCode = 1;
  }
} catch (error) {
  const reason = error instanceof Error ? (error.cause?.code ?? error.message) : String(error);
  console.error(`没有问到：${values.url} (${reason})。请先运行 npm start。 Is the simulator running?`);
  process.exitCode = 2;
}
