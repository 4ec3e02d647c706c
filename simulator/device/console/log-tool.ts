import { element } from '../runtime/element';
import { chinaTime } from './china-time';
import { simulator, type LogLine } from './simulator-api';
import type { Tool } from './tools-panel';

const kept = 500;

/** What the functions print, newest first. */
export function createLogTool(): Tool {
  const node = element('div', 'logs');
  let lines: LogLine[] = [];
  return {
    name: '日志',
    node,
    async refresh() {
      const fresh = await simulator.logs(lines.at(-1)?.seq ?? 0);
      lines = [...lines, ...fresh].slice(-kept);
      node.replaceChildren(
        ...(lines.length > 0
          ? lines.slice().reverse().map(row)
          : [element('p', 'empty', '云函数还没有输出。')]),
      );
    },
  };
}

function row(line: LogLine): HTMLElement {
  const created = element('div', 'log-line', [
    element('small', '', `${chinaTime(line.at).clock} ${line.function}`),
    element('span', '', line.text),
  ]);
  created.dataset.level = line.level;
  created.title = line.requestID;
  return created;
}
