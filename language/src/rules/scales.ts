import type { Written } from '../plan/declarations/clause.ts';
import type { Framework } from '../plan/declarations/framework.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import type { Draft } from '../plan/finding.ts';
import { gatherPrograms } from '../plan/gather.ts';
import { say } from '../plan/message.ts';
import { find, type Plan } from '../plan/plan.ts';
import { RULES_BY_GROUP } from './names.ts';

/** Levels that the plan's own files name and that the scale of their framework does not have. */
export function* levelsOffScale(plan: Plan): Iterable<Draft> {
    for (const masterplan of plan.masterplans) {
        if (masterplan.library === undefined) {
            for (const { of, value } of [...masterplan.actuals, ...masterplan.targets]) {
                yield* offScale(plan, of, value, masterplan.name);
            }
        }
    }
    // Many raise the same to the same: each level is looked up once.
    const known = new Map<string, boolean>();
    for (const raises of raisesIn(plan)) {
        for (const [key, all] of raises) {
            let isOff = known.get(key);
            if (isOff === undefined) {
                const { of, to, program } = all[0]!;
                isOff = [...offScale(plan, of, to, program)].length > 0;
                known.set(key, isOff);
            }
            for (const { of, to, program } of isOff ? all : []) {
                yield* offScale(plan, of, to, program);
            }
        }
    }
}

/** The raises of the plan's own programs, by what they raise to which level, file by file. */
const raisesIn = gatherPrograms((programs) => {
    const raises = new Map<
        string,
        { readonly of: Reference; readonly to: Written<number>; readonly program: string }[]
    >();
    for (const { name: program, raises: all, library } of programs) {
        for (const { of, to } of library === undefined ? all : []) {
            const key = `${of.name} ${to.value}`;
            const known = raises.get(key) ?? [];
            known.push({ of, to, program });
            raises.set(key, known);
        }
    }
    return raises;
});

function* offScale(plan: Plan, of: Reference, { value, at }: Written<number>, inside: string): Iterable<Draft> {
    const measure = find(plan, of, 'framework', 'indicator');
    const framework =
        measure?.kind === 'indicator' ? find(plan, { ...of, name: measure.framework }, 'framework') : measure;
    if (measure === undefined || framework?.scale === undefined) {
        return;
    }
    const { least, most = Number.POSITIVE_INFINITY, type } = framework.scale;
    const facts = `${of.name} ${value}`;
    const subjects = [inside, of.name];
    if (value < least || value > most) {
        const scale = scaleOf(framework);
        yield {
            at,
            subjects,
            facts,
            message: say(
                () => `\`${value}\` is no level of \`${framework.name}\`: its scale is \`${scale}\`.`,
                () => `\`${value}\` bukan tingkat pada \`${framework.name}\`: skalanya \`${scale}\`.`,
            ),
        };
    } else if (type === 'staged' && measure.kind === 'indicator' && !Number.isInteger(value)) {
        yield {
            at,
            subjects,
            facts,
            message: say(
                () =>
                    `\`${value}\` is no level of \`${of.name}\`: \`${framework.name}\` is staged, its indicators stand on whole levels.`,
                () =>
                    `\`${value}\` bukan tingkat \`${of.name}\`: \`${framework.name}\` bertahap (staged), indikatornya berada pada tingkat bulat.`,
            ),
        };
    }
}

function scaleOf({ scale }: Framework): string {
    return scale === undefined ? '' : `${scale.least}..${scale.most ?? ''}`;
}

const CIRCULAR: ReadonlySet<string> = new Set([...RULES_BY_GROUP.maturity, ...RULES_BY_GROUP.waivers]);

/** `barred-by` of the plan's own frameworks that names a rule which itself looks at levels or at findings. */
export function* circularBars(plan: Plan): Iterable<Draft> {
    for (const framework of plan.frameworks) {
        if (framework.library === undefined) {
            for (const { level, barredBy } of [framework, ...framework.indicators].flatMap((each) => each.levels)) {
                for (const rule of barredBy.filter(({ name }) => CIRCULAR.has(name))) {
                    yield {
                        at: rule.at,
                        subjects: [framework.name],
                        facts: `${level.value} ${rule.name}`,
                        message: say(
                            () =>
                                `\`${rule.name}\` cannot keep a level down: it is found only once the levels are known.`,
                            () =>
                                `\`${rule.name}\` tidak dapat menahan tingkat: temuannya baru diketahui setelah tingkatnya dihitung.`,
                        ),
                    };
                }
            }
        }
    }
}
