import { withDays, writtenOn } from './days';
import type { Source } from './source';

type Notice = Source['notice'];

/** A notice in words that are right on every day on which it hangs or is heard: 明天 is the day that was meant. `now`: epoch ms, for a draft. */
export function lasting(notice: Notice, now: number): Notice {
  const written = writtenOn(notice.publishedAt, now);
  const say = (text: string): string => withDays(text, written);
  return {
    ...notice,
    title: say(notice.title),
    facts: notice.facts.map((fact) => ({ ...fact, text: say(fact.text) })),
    body: notice.body.map((block) => sayBlock(block, say)),
  };
}

function sayBlock(block: Notice['body'][number], say: (text: string) => string): Notice['body'][number] {
  switch (block.type) {
    case 'heading':
      return { ...block, text: say(block.text) };
    case 'paragraph':
      return { ...block, runs: block.runs.map((run) => ({ ...run, text: say(run.text) })) };
    case 'list':
      return { ...block, items: block.items.map(say) };
    case 'table':
      return { ...block, header: block.header.map(say), rows: block.rows.map((cells) => cells.map(say)) };
    case 'picture':
      return block;
  }
}
