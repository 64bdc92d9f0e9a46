import { analyse } from '../src/analysis/analysis.ts';
import { library } from '../src/libraries.ts';
import { assemble } from '../src/plan/assemble.ts';
import { dayOf } from '../src/plan/calendar.ts';
import { DEFAULT_CONFIG } from '../src/plan/config.ts';
import type { Plan } from '../src/plan/plan.ts';
import { RULES } from '../src/rules/catalogue.ts';
import { readFragment } from '../src/syntax/read.ts';

const OPDS = 40;
const RUNS = 5;

/**
 * A city of forty agencies, always the same: each plans for itself nineteen times of twenty, and once takes up a service,
 * a field or a dataset of another one, with that one as a partner every other time.
 */
export function generateCity(programs: number): Plan {
    let seed = 1;
    const draw = (below: number) => {
        seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
        return Math.floor((seed / 0x80000000) * below);
    };
    /** A thing of an agency's own (they are dealt out in turn), or once in twenty anybody's. */
    const pick = (opd: number, count: number) => {
        return draw(20) === 0 ? draw(count) : Math.min(count - 1, draw(Math.ceil(count / OPDS)) * OPDS + opd);
    };
    const bidang = (opd: number) => `2.${String((opd % 18) + 7).padStart(2, '0')}`;
    const services = Math.ceil(programs / 4);
    const assets = Math.ceil(programs / 8);
    const lines = ['masterplan m "Masterplan" { period 2020..2029 }'];
    for (let i = 0; i < OPDS; i++) {
        lines.push(`opd o${i} "OPD ${i}" { mandate "${bidang(i)}" } audience p${i} "Warga ${i}"`);
        lines.push(`area a${i} "Kelurahan ${i}" ${i >= 3 ? `within a${i % 3}` : ''}`);
    }
    for (let i = 0; i < services; i++) {
        lines.push(`service s${i} "Layanan ${i}" { owner o${i % OPDS} }`);
    }
    for (let i = 0; i < assets; i++) {
        const opd = i % OPDS;
        const title = draw(50) === 0 ? draw(assets) : i;
        lines.push(`data d${i} "Data ${title}" { producer o${opd}  since 2015 }`);
        lines.push(`application x${i} "Aplikasi ${i}" { owner o${opd}  supports s${pick(opd, services)} }`);
        lines.push(
            `infrastructure f${i} "Sarana ${i}" { owner o${opd}  class c${pick(opd, assets)}  area a${draw(OPDS)} }`,
        );
    }
    for (let i = 0; i < programs; i++) {
        const opd = draw(OPDS);
        const year = 2020 + draw(9);
        const data = pick(opd, assets);
        const code = `${bidang(pick(opd, OPDS))}.0${draw(5) + 1}.2.0${draw(9) + 1}.${draw(9000) + 1000}`;
        lines.push(
            `program g${i} "Program ${i}" { owner o${opd} during ${year}..${year + draw(2)} code "${code}"`,
            `partners o${draw(2) === 0 ? data % OPDS : draw(OPDS)} needs d${data} serves p${draw(OPDS)} area a${draw(OPDS)}`,
            `delivers s${pick(opd, services)}${draw(5) === 0 ? `, x${pick(opd, assets)}` : ''}`,
            `kpi k "Indikator ${draw(20) === 0 ? draw(programs) : `${i} sendiri`}" }`,
        );
    }
    return assemble('.', DEFAULT_CONFIG, [readFragment('city.smartcity', lines.join('\n'))], library);
}

/** Wall time in milliseconds, median of some runs, of all rules about agencies and codes and of the silo figures. */
export function measureSectors(programs: number) {
    const plan = generateCity(programs);
    const rules = RULES.filter((rule) => /sectors|codes/.test(rule.group) && rule.name !== 'similar-program');
    let findings = 0;
    const found: number[] = [];
    const figures: number[] = [];
    for (let i = 0; i < RUNS; i++) {
        const analysis = analyse(plan, dayOf(2020, 1, 1));
        // The schedule is there by the time the rules run; it is measured elsewhere.
        analysis.schedule.programs.length;
        findings = 0;
        found.push(
            wallTime(() => {
                for (const rule of rules) {
                    findings += [...rule.find(analysis, [])].length;
                }
            }),
        );
        figures.push(wallTime(() => [analysis.silos, analysis.coverage]));
    }
    return { programs, findings, rules: median(found), figures: median(figures) };
}

/** Prints both, for growing cities. */
export function run(): void {
    for (const programs of [1_000, 10_000, 100_000]) {
        const t = measureSectors(programs);
        console.log(
            `agencies, ${t.programs} programs: ${t.rules.toFixed(0)} ms for ${t.findings} findings, ` +
                `${t.figures.toFixed(0)} ms for the silo figures of ten years`,
        );
    }
}

function median(times: readonly number[]): number {
    return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function wallTime(action: () => unknown): number {
    const before = performance.now();
    action();
    return performance.now() - before;
}
