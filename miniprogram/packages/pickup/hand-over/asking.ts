import { ask } from '../../../services/tell';

/** Whether it shall be written down that nobody came. */
export const isNoShow = (name: string): Promise<boolean> =>
  ask({ title: `${name}没来领？`, content: '记下以后，他来了还能再领。', yes: '记没来', no: '不记' });
