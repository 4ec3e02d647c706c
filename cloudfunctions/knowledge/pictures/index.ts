import calm from './calm.png';
import cough from './cough.png';
import disinfectant from './disinfectant.png';
import fever from './fever.png';
import hands from './hands.png';
import home from './home.png';
import masks from './masks.png';
import observation from './observation.png';
import selfTest from './self-test.png';
import swab from './swab.png';
import together from './together.png';
import vaccine from './vaccine.png';

const BASE64: Readonly<Record<string, string>> = {
  calm,
  cough,
  disinfectant,
  fever,
  hands,
  home,
  masks,
  observation,
  'self-test': selfTest,
  swab,
  together,
  vaccine,
};

/** The picture of each text, by its key. */
export const PICTURES: Readonly<Record<string, Buffer>> = Object.fromEntries(
  Object.entries(BASE64).map(([key, base64]) => [key, Buffer.from(base64, 'base64')]),
);
