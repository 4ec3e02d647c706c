/** Why the page was opened: one's own household, whoever of it isn't well, for somebody as a proxy, or to measure again. */
export type Mode = 'household' | 'anybody' | 'proxy' | 'spot';

export type ReadingQuery = { observationId?: string; spot?: string; anybody?: string };

export const TITLES: Readonly<Record<Mode, string>> = {
  household: '报体温',
  anybody: '报体温和症状',
  proxy: '代报体温',
  spot: '抽查体温',
};

export function modeOf({ observationId, spot, anybody }: ReadingQuery): Mode {
  if (observationId !== undefined) return spot === undefined ? 'proxy' : 'spot';
  return anybody === undefined ? 'household' : 'anybody';
}

export const isOnDuty = (mode: Mode): boolean => mode === 'proxy' || mode === 'spot';

/** What is said on top of the page. */
export type Banner = { tone: '' | 'green' | 'amber' | 'red'; text: string };
export const NO_BANNER: Banner = { tone: '', text: '' };

/** How it went, in words: `sent` says what was reported, or that it waits here. */
export function bannerOf(state: 'sent' | 'kept', figure: string, isAlarm: boolean, mode: Mode): Banner {
  if (state === 'kept') return { tone: 'amber', text: `${figure}。现在没有网，已存在这部手机，有网时自动报` };
  if (!isAlarm) return { tone: 'green', text: `${figure}，报好了` };
  const told = isOnDuty(mode) ? '已通知村医、网格长和镇里' : '已告诉村医。请戴好口罩，待在房间里等电话';
  return { tone: 'red', text: `${figure}，${told}` };
}
