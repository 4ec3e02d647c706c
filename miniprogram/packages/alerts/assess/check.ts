import { wrongWords } from '../../../shared/words';

/** ℃ between which somebody alive can be. The cloud says the same. */
const [LOWEST, HIGHEST] = [30, 43];

/** What is wrong with a judgement, beside its fields; the temperature may be left out. */
export function checkAssessment({
  finding,
  temperature,
  words,
}: {
  finding: string;
  temperature: string;
  words: string;
}): Record<string, string> {
  const errors: Record<string, string> = {};
  if (finding === '') errors.finding = '请选择判断结果';
  const wrongTemperature = temperatureError(temperature.trim());
  if (wrongTemperature !== '') errors.temperature = wrongTemperature;
  const wrong = wrongWords(words, '看到的情况', { min: 2, max: 200 });
  if (wrong !== '') errors.words = wrong;
  return errors;
}

function temperatureError(text: string): string {
  if (text === '') return '';
  if (!/^\d{2}(\.\d)?$/.test(text)) return '体温写成 37.8 这样，一位小数';
  const value = Number(text);
  if (value < LOWEST) return '体温不会这么低，请再量一次';
  return value > HIGHEST ? '体温不会这么高，请再量一次' : '';
}
