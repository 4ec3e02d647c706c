import type { StaffRole } from '../../../cloudfunctions/contracts/index';
import { runsOffice, verifies, watches } from '../../services/roles';

/** A way in that is always there. `act` instead of a page: the phone does something itself. */
export type Entrance = {
  key: string;
  icon: string;
  text: string;
  url: string;
  act: '' | 'scanTeamCode' | 'call';
};

const page = (icon: string, text: string, url: string): Entrance => ({
  key: url,
  icon,
  text,
  url: `/packages/${url}`,
  act: '',
});
const deed = (icon: string, text: string, act: Entrance['act']): Entrance => ({
  key: act,
  icon,
  text,
  url: '',
  act,
});

/** What a household can do at any time. The places never move, so that hands learn them. */
export function residentEntrances({
  registered,
  contactName,
}: {
  registered: boolean;
  contactName: string;
}): Entrance[] {
  const call = contactName === '' ? [] : [deed('phone', '找网格员', 'call')];
  return registered
    ? [
        page('house', '我家档案', 'registration/household/index'),
        page('location', '返乡申报', 'returns/mine/index'),
        page('thermometer', '报体温', 'observation/reading/index'),
        ...call,
      ]
    : [
        deed('scan', '扫登记码', 'scanTeamCode'),
        page('key', '输邀请码', 'registration/join/index'),
        page('location', '返乡申报', 'returns/declare/index'),
        ...call,
      ];
}

/** What somebody on duty does, the daily things first. `rosterOf`: the village whose roll they keep, or empty. */
export function staffEntrances(roles: readonly StaffRole[], rosterOf: string): Entrance[] {
  const watching = watches(roles);
  const verifying = verifies(roles);
  const office = runsOffice(roles);
  const offered: [boolean, Entrance][] = [
    [watching, page('thermometer', '今天体温', 'observation/today/index')],
    [watching, page('location', '返乡核实', 'returns/queue/index')],
    [watching, page('alert', '异常', 'alerts/list/index')],
    [true, page('scan', '扫码验证', 'release/verify/index')],
    [verifying, page('edit', '上门登记', 'registration/enrol/index?door=1')],
    [verifying, page('people', '居民档案', 'registration/queue/index?status=verified')],
    [verifying, page('search', '找住户', 'gridwork/search/index')],
    [watching, page('person', '要找的人', 'pushedlist/entries/index')],
    [verifying, page('checkCircle', '解除', 'release/queue/index')],
    [watching, page('chart', '数字一览', 'numbers/overview/index')],
    [rosterOf !== '', page('note', '花名册', `roster/import/index?gridId=${rosterOf}`)],
    [office, page('upload', '推送名单', 'pushedlist/lists/index')],
    [office, page('shield', '规则和风险区域', 'rules/overview/index')],
    [office, page('grid', '网格和岗位', 'office/grids/index')],
  ];
  return offered.filter(([isOffered]) => isOffered).map(([, entrance]) => entrance);
}
