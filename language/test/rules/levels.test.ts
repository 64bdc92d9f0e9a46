import { expect, it } from 'vitest';
import { checkOf } from '../support.ts';

it('a missed target shows what is attained as its message does, in few digits', () => {
    const { findings } = checkOf(`
framework index "Indeks" {
    scale 1..5 staged
    aggregate mean
    indicator a "A"
    indicator b "B"
    indicator c "C"
}
masterplan kota "Kota" { period 2020..2029  actual index 3 at 2019  target index 4 by 2022 }
program one-door "Satu pintu" { during 2020..2020  raises index.a to 4 }
`);
    const missed = findings.find((finding) => finding.rule === 'misses-target')!;
    expect(missed.message.en).toContain('comes to 3.33 by then');
    expect(missed.evidence).toContainEqual({ label: 'attained', value: '3.33' });
});
