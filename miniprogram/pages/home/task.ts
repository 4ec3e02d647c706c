/** One thing in 今天要做的事. `url` empty: there is nothing to press. */
export type Task = {
  key: string;
  icon: string;
  tone: 'brand' | 'amber' | 'red' | 'green';
  /** A number in place of the icon. */
  count: string;
  title: string;
  /** A word in red before the note: 紧急 */
  tag: string;
  note: string;
  /** Words of the button; the first task's is filled. */
  action: string;
  url: string;
};

export const task = (key: string, more: Partial<Task> & Pick<Task, 'icon' | 'title'>): Task => ({
  key,
  tone: 'brand',
  count: '',
  tag: '',
  note: '',
  action: '',
  url: '',
  ...more,
});

/** Something that waits, by its number. */
export const counted = (
  key: string,
  count: number,
  more: Omit<Partial<Task>, 'count'> & Pick<Task, 'title'>,
): Task[] => (count === 0 ? [] : [task(key, { icon: '', count: String(count), ...more })]);
