type Option = { value: string; text: string };

/** One question that a town answers by choosing. */
export type Question = {
  name: string;
  label: string;
  hint: string;
  multiple: boolean;
  options: Option[];
  chosen: string[];
};
type Asked = { label: string; hint?: string };

/** One of some numbers; what the town has set stays among them. */
export function numberQuestion(
  name: string,
  { label, hint = '' }: Asked,
  { values, own, word }: { values: readonly number[]; own: number; word: (value: number) => string },
): Question {
  const all = [...new Set([...values, own])].sort((a, b) => a - b);
  const options = all.map((value) => ({ value: String(value), text: word(value) }));
  return { name, label, hint, multiple: false, options, chosen: [String(own)] };
}

/** Times of the day, `08:00`: one of them or several. */
export function timeQuestion(
  name: string,
  { label, hint = '' }: Asked,
  { values, own }: { values: readonly string[]; own: string | readonly string[] },
): Question {
  const chosen = [own].flat();
  const options = [...new Set([...values, ...chosen])]
    .sort()
    .map((time) => ({ value: time, text: time.replace(/^0/, '') }));
  return { name, label, hint, multiple: typeof own !== 'string', options, chosen };
}

/** Reads the answers. */
export const answersTo = (questions: readonly Question[]) => {
  const times = (name: string): string[] =>
    [...(questions.find((question) => question.name === name)?.chosen ?? [])].sort();
  const time = (name: string): string => times(name)[0] ?? '';
  return { times, time, number: (name: string): number => Number(time(name)) };
};

/** 每 2 小时 */
export const everyText = (minutes: number): string =>
  minutes % 60 === 0 ? `每 ${minutes / 60} 小时` : `每 ${minutes} 分钟`;
