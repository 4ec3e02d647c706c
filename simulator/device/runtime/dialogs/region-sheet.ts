import { areaList } from '@vant/area-data';
import { createWheel, type Wheel } from './wheel';
import { openWheelSheet } from './wheel-sheet';

interface Division {
  code: string;
  name: string;
}

/** Divisions (GB/T 2260) of one level that lie in another, by the leading digits of their codes. */
function inside(list: Record<string, string>, prefix: string): Division[] {
  return Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }));
}

/** Province, city and district from dependent wheels; answers their names and codes as WeChat's region picker does. */
export async function openRegionSheet(
  title: string,
  value: readonly string[],
): Promise<{ value: string[]; code: string[]; postcode: string } | undefined> {
  const provinces = inside(areaList.province_list, '');
  const at = { province: position(provinces, value[0]), city: 0, district: 0 };
  const cities = (): Division[] =>
    inside(areaList.city_list, (provinces[at.province]?.code ?? '').slice(0, 2));
  const districts = (): Division[] =>
    inside(areaList.county_list, (cities()[at.city]?.code ?? '').slice(0, 4));
  at.city = position(cities(), value[1]);
  at.district = position(districts(), value[2]);

  const names = (divisions: readonly Division[]): string[] => divisions.map(({ name }) => name);
  const district = createWheel(names(districts()), at.district, (index) => (at.district = index));
  const city = createWheel(names(cities()), at.city, (index) => {
    Object.assign(at, { city: index, district: 0 });
    district.fill(names(districts()), 0);
  });
  const province = createWheel(names(provinces), at.province, (index) => {
    Object.assign(at, { province: index, city: 0, district: 0 });
    city.fill(names(cities()), 0);
    district.fill(names(districts()), 0);
  });
  const wheels: Wheel[] = [province, city, district];
  if (!(await openWheelSheet(title || '选择地区', wheels))) return undefined;
  const chosen = [provinces[at.province], cities()[at.city], districts()[at.district]].filter(
    (division) => division !== undefined,
  );
  return { value: names(chosen), code: chosen.map(({ code }) => code), postcode: '' };
}

const position = (divisions: readonly Division[], name: string | undefined): number =>
  Math.max(
    0,
    divisions.findIndex((division) => division.name === name),
  );
