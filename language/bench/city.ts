import { generator, type Random } from './random.ts';
import { generatePlan } from './similarity-plan.ts';
import { coined, pick, village, type Wording, wordings } from './titles.ts';

/** What city to write. The same values give the same city. */
export interface CitySize {
    readonly programs: number;
    /** How many files; the first also holds the masterplan and the agencies. */
    readonly files: number;
    readonly seed?: number;
    /** Titles from a small vocabulary, so that each program is like several others: far denser than life. */
    readonly isAlike?: boolean;
}

const ELEMENTS = [
    'governance.service',
    'governance.bureaucracy',
    'governance.policy',
    'branding.tourism',
    'branding.business',
    'branding.appearance',
    'economy.industry',
    'economy.welfare',
    'economy.transaction',
    'living.harmony',
    'living.health',
    'living.mobility',
    'society.community',
    'society.learning',
    'society.security',
    'environment.protection',
    'environment.waste',
    'environment.energy',
];
const CLASSES = ['network', 'server', 'cctv', 'wifi', 'road', 'clinic', 'park'];
const FUNDS = ['apbd', 'apbd', 'apbd', 'apbd-provinsi', 'apbn', 'dak', 'csr'];
/** Programs that one agency answers for, on average; a bigger plan is one of more agencies. */
const PROGRAMS_AN_OPD = 250;
const FEWEST_OPDS = 12;
const FIRST_YEAR = 2020;
const YEARS = 8;

/**
 * A city of any size as texts of `.smartcity` files by path: at least 45 tokens and 6.5 references a program. The clauses
 * stand in the proportions of `examples/kediri`. Agencies plan one after the other, each from the first year to the last
 * and mostly for itself; one time in twenty it takes up what is another's. One dependency in a hundred points forward,
 * so there are a few cycles. Files depend on the size alone.
 */
export function city({ programs, files, seed = 1, isAlike = false }: CitySize): Record<string, string> {
    const words = isAlike ? generatePlan(programs, seed) : wordings(programs, seed);
    const writer = new CityWriter(programs, words, generator(seed));
    const texts = Array.from({ length: files }, (): string[] => []);
    texts[0]!.push(writer.frame());
    for (let i = 0; i < programs; i++) {
        texts[Math.floor((i * files) / programs)]!.push(writer.program(i));
    }
    const digits = String(files - 1).length;
    return Object.fromEntries(
        texts.map((parts, i) => [`bagian-${String(i).padStart(digits, '0')}.smartcity`, parts.join('\n')]),
    );
}

class CityWriter {
    private readonly opds: number;
    private readonly areas: number;

    constructor(
        private readonly programs: number,
        private readonly words: readonly Wording[],
        private readonly random: Random,
    ) {
        this.opds = Math.max(FEWEST_OPDS, Math.ceil(programs / PROGRAMS_AN_OPD));
        this.areas = this.opds * 2;
    }

    /** The masterplan, the agencies, and what all programs share. */
    frame(): string {
        const lines = [
            'use smart-city-100, garuda, funds\n',
            'masterplan m "Masterplan Smart City Kota" {',
            '    region "Kota"  period 2020..2029',
            '    actual garuda 2 at 2019-07-09 source "Bimtek tahap I"',
            '    target garuda 3 by 2024  target garuda 4 by 2028',
            '    target none-of duplicate-service, contested-data by 2026',
            '}',
            'area kota "Kota"',
        ];
        for (let i = 0; i < this.areas; i++) {
            lines.push(`area a${i} "Kelurahan ${this.place()}" within kota`);
        }
        for (let i = 0; i < this.opds; i++) {
            lines.push(
                `audience warga${i} "Warga ${this.place()}"`,
                `opd o${i} "Dinas ${this.place()}" { mandate "${field(i)}" }`,
                `driver d${i} "Perubahan ${i}" { from 2024 impact negative ${this.pick(ELEMENTS)} "Antrean ${this.place()}" }`,
                `obstacle h${i} "Hambatan ${i}" { raised-by o${i} }`,
            );
        }
        return `${lines.join('\n')}\n`;
    }

    /** A program with what it delivers and, now and then, a waiver. */
    program(i: number): string {
        const place = (i * this.opds) / this.programs;
        const opd = Math.floor(place);
        const lines = this.assets(i, opd);
        const year = FIRST_YEAR + Math.floor((place - opd) * YEARS);
        lines.push(`program p${i} "${this.words[i]!.title}" {`, `    owner o${opd}  element ${this.pick(ELEMENTS)}`);
        if (!this.once(3)) {
            lines.push(`    partners o${(opd + 1 + this.below(this.opds - 1)) % this.opds}`);
        }
        if (!this.once(5)) {
            lines.push(`    serves warga${this.below(this.opds)}`);
        }
        if (this.once(4)) {
            lines.push(`    area a${this.below(this.areas)}`);
        }
        lines.push(...this.times(i, year), ...this.ties(i, opd), ...this.money(i, opd, year));
        lines.push('}');
        if (i % 500 === 499) {
            lines.push(`waive missing-kpi for p${i} because "Menunggu studi" by o${opd} until 2028`);
        }
        return `${lines.join('\n')}\n`;
    }

    private assets(i: number, opd: number): string[] {
        const name = this.subject();
        switch (i % 8) {
            case 0:
            case 4:
                return [`service s${i} "Layanan ${name}" { owner o${opd}  serves warga${this.below(this.opds)} }`];
            case 1:
                return [`data t${i} "Data ${name}" { producer o${opd} }`];
            case 2: {
                const service = this.earlier(i, 4) ?? 0;
                return [`application l${i} "Aplikasi ${name}" { owner o${opd}  supports s${service}  since 2018 }`];
            }
            case 3:
                return [
                    `infrastructure n${i} "Sarana ${name}" { owner o${opd}  class ${this.pick(CLASSES)}  area a${opd} }`,
                ];
            default:
                return [];
        }
    }

    private times(i: number, year: number): string[] {
        const quarter = `${year}-Q${1 + this.below(4)}`;
        const lines: string[] = [];
        if (this.once(5)) {
            lines.push(`    during ${year}..${year + 1}`);
        } else {
            lines.push(`    ${this.once(4) ? 'start' : 'earliest'} ${quarter}`, `    duration ${this.length()}`);
        }
        if (this.once(6)) {
            lines.push(`    finish by ${year + 2}-Q2`);
        }
        if (this.once(12)) {
            lines.push(
                `    activity rancangan "Rancangan ${i}" { duration 2 months }`,
                '    activity peluncuran "Peluncuran" { after rancangan  duration 3 months }',
            );
        }
        return lines;
    }

    private ties(i: number, opd: number): string[] {
        const lines: string[] = [];
        if (i > 0 && this.once(2)) {
            const forward = this.once(100) && i + 50 < this.programs;
            const other = forward ? i + 1 + this.below(49) : Math.max(0, i - 1 - this.below(50));
            lines.push(`    after p${other}${this.once(4) ? ' + 1 month' : ''}`);
        }
        const needs = [this.once(4) ? this.named('t', i, 1) : '', this.once(4) ? this.named('n', i, 3) : ''];
        if (needs.some((name) => name !== '')) {
            lines.push(`    needs ${needs.filter((name) => name !== '').join(', ')}`);
        }
        const kind = i % 8;
        const own = { 0: `s${i}`, 1: `t${i}`, 3: `n${i}`, 4: `s${i}` }[kind];
        if (own !== undefined) {
            lines.push(`    delivers ${own}${this.once(20) ? `, s${this.earlier(i, 4) ?? 0}` : ''}`);
        }
        if (this.once(20)) {
            lines.push(`    raises garuda.${this.pick(ELEMENTS).split('.')[0]} to ${2 + this.below(3)} after 3 months`);
        }
        if (this.once(20)) {
            lines.push(`    responds-to d${opd}`);
        }
        if (this.once(20)) {
            lines.push(`    resolves h${opd}`);
        }
        if (this.once(30)) {
            lines.push('    quick-win');
        }
        return lines;
    }

    private money(i: number, opd: number, year: number): string[] {
        const lines = [
            `    budget ${year} Rp ${50 + this.below(900)} juta from ${this.pick(FUNDS)}`,
            `    kpi capaian "Capaian ${this.subject()}" unit "persen" from ${this.below(50)} to ${50 + this.below(50)} by 2027`,
        ];
        if (this.once(3)) {
            const code = String(1 + (i % 9999)).padStart(4, '0');
            lines.push(`    code "${field(opd)}.03.2.02.${code}"`);
        }
        const { description } = this.words[i]!;
        if (description !== '') {
            lines.push(`    description "${description}"`);
        }
        return lines;
    }

    /** A made-up asset of some earlier program: mostly of those just before, once in twenty any. */
    private named(letter: string, i: number, kind: number): string {
        const index = this.earlier(i, 8, kind);
        return index === undefined ? '' : `${letter}${index}`;
    }

    /** A number below `i` that leaves `rest` when divided by `step`. */
    private earlier(i: number, step: number, rest = 0): number | undefined {
        const count = Math.floor((i - 1 - rest) / step) + 1;
        if (i <= rest || count <= 0) {
            return undefined;
        }
        const back = this.once(20) ? this.below(count) : this.below(Math.min(count, 20));
        return (count - 1 - back) * step + rest;
    }

    private length(): string {
        const months = 2 + this.below(9);
        return this.once(4) ? `${months}..${months + 3}..${months + 8} months` : `${months} months`;
    }

    /** What an asset is about; no two are alike. */
    private subject(): string {
        return `${coined(this.random)} ${coined(this.random)}`;
    }

    private place(): string {
        return village(this.random);
    }

    private once(times: number): boolean {
        return this.below(times) === 0;
    }

    private pick<T>(from: readonly T[]): T {
        return pick(this.random, from);
    }

    private below(limit: number): number {
        return Math.floor(this.random() * limit);
    }
}

/** An agency's field of government (bidang): concurrent affairs 2.07 to 2.24. */
function field(opd: number): string {
    return `2.${String((opd % 18) + 7).padStart(2, '0')}`;
}
