import { drawSymptom } from '../../../miniprogram/components/symptom-picker/drawings';
import { SYMPTOMS, type SymptomName } from '../../../miniprogram/shared/labels';
import { listen, render, tap, words } from '../support/render';

const offered = ['dryCough', 'fatigue', 'other'];
const picker = (more: Record<string, unknown> = {}) =>
  render('components/symptom-picker', { symptoms: offered, chosen: [], none: false, ...more });

describe('哪里不舒服', () => {
  it('offers 都没有 and what the profile asks about, in words', () => {
    const shown = picker();
    expect(words(shown).replace(/ /g, '')).toBe('哪里不舒服？可以选多个都没有干咳没力气别的');
  });

  it('takes 都没有 as an answer of its own, and takes it back', async () => {
    const before = picker({ chosen: ['dryCough'] });
    const heard = listen(before, 'change');
    await tap(before, '.symptom', 0);
    expect(heard).toHaveBeenLastCalledWith({ chosen: [], none: true });

    const after = picker({ none: true });
    const heardAgain = listen(after, 'change');
    await tap(after, '.symptom', 0);
    expect(heardAgain).toHaveBeenLastCalledWith({ chosen: [], none: false });
  });

  it('adds and takes away symptoms, which ends 都没有', async () => {
    const shown = picker({ none: true });
    const heard = listen(shown, 'change');
    await tap(shown, '.symptom', 1);
    expect(heard).toHaveBeenLastCalledWith({ chosen: ['dryCough'], none: false });

    const two = picker({ chosen: ['dryCough', 'fatigue'] });
    const heardOfTwo = listen(two, 'change');
    await tap(two, '.symptom', 1);
    expect(heardOfTwo).toHaveBeenLastCalledWith({ chosen: ['fatigue'], none: false });
  });

  it('leaves out what this version has no picture of', () => {
    expect(words(picker({ symptoms: ['dryCough', 'purpleSpots'] }))).not.toContain('purple');
  });

  it('says that an answer is missing', () => {
    expect(words(picker({ error: '没有不舒服，也请按都没有' }))).toContain('也请按都没有');
  });

  it('draws every symptom as a picture of its own', () => {
    const names = ['none', ...Object.keys(SYMPTOMS)] as (SymptomName | 'none')[];
    const pictures = names.map((name) => drawSymptom(name, false));
    expect(new Set(pictures).size).toBe(names.length);
    for (const picture of pictures) {
      const svg = decodeURIComponent(picture.slice(picture.indexOf(',') + 1));
      const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
      expect(read.querySelector('parsererror')).toBeNull();
      expect(svg).not.toMatch(/ [RPD] /);
    }
  });
});
