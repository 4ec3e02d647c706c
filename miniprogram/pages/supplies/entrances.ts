import type { StaffRole } from '../../../cloudfunctions/contracts/index';

/** What somebody on duty does with supplies. */
export type SupplyEntrance = { url: string; icon: string; title: string; note: string };

const LEADERS: readonly StaffRole[] = ['gridLeader', 'townOfficer'];
const GRID: readonly StaffRole[] = ['gridMember', ...LEADERS];
const SUPPLIER: readonly StaffRole[] = ['supplier'];

const OFFERED: readonly (SupplyEntrance & { roles: readonly StaffRole[] })[] = [
  {
    roles: GRID,
    url: 'proxyorders/rounds/index',
    icon: 'phone',
    title: '代订',
    note: '给七类人的家庭订，电话里或上门听来的',
  },
  {
    roles: GRID,
    url: 'proxyorders/needs/index',
    icon: 'edit',
    title: '急需的东西',
    note: '住户要的、单子上没有的',
  },
  {
    roles: [...GRID, ...SUPPLIER],
    url: 'pickup/rounds/index',
    icon: 'scan',
    title: '发货和收款',
    note: '扫码领货、送上门、对账',
  },
];

/** The ways in for whoever holds these roles, the daily things first. */
export const supplyEntrances = (roles: readonly StaffRole[]): SupplyEntrance[] =>
  OFFERED.filter((entrance) => entrance.roles.some((role) => roles.includes(role))).map(
    ({ url, icon, title, note }) => ({ url: `/packages/${url}`, icon, title, note }),
  );
