import { completeResidentId } from '../../miniprogram/shared/resident-id';

/** No such division was ever assigned (51 19 is a real prefecture without a county 99), so no such number is anybody's. */
const DIVISION = '511999';
/** No operator was ever given 154 numbers: well formed, and nobody's phone rings. The cast's begin with 1549. */
const PHONE_PREFIX = '1540';

/** Hands out numbers that are right in form and belong to nobody, each once. */
export class Numbers {
  private readonly sequences = new Map<string, number>();
  private phones = 0;

  /** `birthDate` is YYYY-MM-DD; the sequence is odd for males. */
  residentId(birthDate: string, sex: 'female' | 'male'): string {
    const born = birthDate.replaceAll('-', '');
    const used = this.sequences.get(born + sex) ?? 0;
    this.sequences.set(born + sex, used + 1);
    // Each birthday begins elsewhere, so that masks differ; 900 and above are the cast's.
    const sequence = (2 * ((Number(born) % 449) + used) + (sex === 'male' ? 1 : 2)) % 900;
    return completeResidentId(`${DIVISION}${born}${String(sequence).padStart(3, '0')}`);
  }

  phone(): string {
    this.phones += 1;
    // A prime step spreads them, so that masks of neighbours do not all look alike.
    return PHONE_PREFIX + String((this.phones * 7_654_321) % 10_000_000).padStart(7, '0');
  }
}
