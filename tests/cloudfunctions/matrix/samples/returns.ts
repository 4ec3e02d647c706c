import { CONSENT_VERSION } from '../../../../miniprogram/shared/consent';
import { declareForm, knownTraveller, putDeclared, tripOf, WELL } from '../../../support/declarations';
import { newRequestId } from '../../../support/forms';
import { nowIn, type World } from '../world';
import type { SamplesOf } from './samples-of';

export const returns: SamplesOf<'returns'> = {
  form: () => ({}),
  formFor: ({ enrolled }) => ({ householdId: enrolled.householdId }),
  declare: ({ township, enrolled }) => ({
    ...declareForm(township.simulator.clock.now()),
    destination: { gridId: enrolled.gridId, address: '返乡路 3 号', tenure: 'owner' },
  }),
  declareFor: ({ township, enrolled }) => ({
    ...declareForm(township.simulator.clock.now()),
    consent: { version: CONSENT_VERSION, guardianForChildren: false, told: true },
    householdId: enrolled.householdId,
    travellers: [knownTraveller(enrolled.headId)],
  }),
  mine: (world) => {
    declaredIn(world);
    return {};
  },
  amend: (world) => ({ ...declaredIn(world), trip: tripIn(world), ...WELL }),
  amendFor: (world) => ({
    ...declaredIn(world),
    trip: tripIn(world),
    ...WELL,
    test: { date: '2026-01-01', place: '县医院', result: 'negative' },
    photos: { test: 'cloud://cunan.636e/returns/sample/test.jpg' },
  }),
  changePlan: (world) => ({ ...declaredIn(world), trip: tripIn(world) }),
  cancel: (world) => ({ ...declaredIn(world), reason: '改到下个月' }),
  tellArrival: declaredIn,
  queue: (world) => {
    declaredIn(world);
    return { tab: 'all' };
  },
  show: (world) => ({ declarationId: declaredIn(world).declarationId }),
  openPhone: (world) => ({ declarationId: declaredIn(world).declarationId, reason: '打电话核实' }),
  // The sample sent no picture: who reaches it is told so.
  openPhotos: (world) => ({ declarationId: declaredIn(world).declarationId, reason: '核对健康码' }),
  previewCheck: (world) => ({
    declarationId: declaredIn(world).declarationId,
    arrivedAt: nowIn(world),
    temperature: 36.6,
    symptoms: [],
  }),
  checkArrival: (world) => ({
    ...declaredIn(world),
    arrivedAt: nowIn(world),
    temperature: 36.6,
    symptoms: [],
    responsible: [{ role: 'gridMember', name: '王建国' }],
  }),
  didNotCome: (world) => ({ ...declaredIn(world), reason: '人还在外地' }),
  reclassify: declaredIn,
  replay: (world) => ({ declarationId: declaredIn(world).declarationId }),
};

const tripIn = (world: World) => tripOf(nowIn(world));

/** The head of the sample's household has just arrived. */
function declaredIn({ township, enrolled }: World) {
  const { _id, version } = putDeclared(township, {
    householdId: enrolled.householdId,
    personId: enrolled.headId,
  });
  return { requestId: newRequestId(), declarationId: _id, version };
}
