import { showLevel, showNumber } from '../analysis/projection/level.ts';
import type { IdleRaise } from '../analysis/projection-types.ts';
import { type Day, isoDate } from '../plan/calendar.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
import page from './idle-raise.md';
import { levelsStand } from './levels.ts';
import type { Rule } from './rule.ts';

/** A raise without which every line would be the same on every day, bars left out. */
export const idleRaise: Rule = {
    name: 'idle-raise',
    group: 'maturity',
    severity: 'warning',
    title: { en: 'A raise lifts nothing', id: 'Kenaikan tingkat tidak berpengaruh' },
    page,
    stands: levelsStand,
    *find({ projection }) {
        for (const idle of projection.idle) {
            const { program, raise, indicator } = idle;
            yield {
                at: raise.clause,
                subjects: [program.name, indicator.name],
                message: fill(IDLE, program.name, indicator.name, raise.to.value, reasonOf(idle)),
                evidence: [
                    { label: 'level', value: String(raise.to.value), at: raise.clause },
                    { label: 'reason', value: factOf(idle) },
                ],
                facts: `to ${raise.to.value}`,
                ways: WAYS,
            };
        }
    },
};

function reasonOf({ program, raise, reason, indicator }: IdleRaise): Message {
    switch (reason.kind) {
        case 'lapsed':
            return fill(OVER, raise.until?.text ?? '');
        case 'lowest':
            return LOWEST;
        case 'measured':
            return reason.level >= raise.to.value
                ? fill(MEASURED, indicator.name, reason.level, reason.on)
                : fill(REPLACED, reason.level, reason.on);
        case 'lifted':
            return reason.by === program.name ? TWICE : fill(LIFTED, reason.by);
    }
}

const IDLE: Form<[program: string, indicator: string, level: number, why: Message]> = {
    en: (program, indicator, level, why) =>
        `Program \`${program}\` lifts nothing by raising \`${indicator}\` to ${showNumber(level).en}: ${why.en}.`,
    id: (program, indicator, level, why) =>
        `Program \`${program}\` tidak mengubah apa pun dengan menaikkan \`${indicator}\` ke ${showNumber(level).id}: ${why.id}.`,
};

const OVER: Form<[until: string]> = {
    en: (until) => `its \`until ${until}\` is over before the lift could begin`,
    id: (until) => `\`until ${until}\` sudah lewat sebelum kenaikan sempat berlaku`,
};

const LOWEST: Message = {
    en: 'that is the lower end of the scale, where it stands anyway',
    id: 'itu ujung bawah skala, tempat indikator memang berada',
};

const MEASURED: Form<[indicator: string, level: number, on: Day]> = {
    en: (indicator, level, on) => `\`${indicator}\` was measured at ${showLevel(level).en} on ${isoDate(on)} already`,
    id: (indicator, level, on) => `\`${indicator}\` sudah terukur ${showLevel(level).id} pada ${isoDate(on)}`,
};

const REPLACED: Form<[level: number, on: Day]> = {
    en: (level, on) => `the measured ${showLevel(level).en} of ${isoDate(on)} takes its place`,
    id: (level, on) => `nilai terukur ${showLevel(level).id} pada ${isoDate(on)} menggantikannya`,
};

const TWICE: Message = {
    en: 'another `raises` of the same program does as much throughout',
    id: '`raises` lain dari program yang sama sudah memberi hal yang sama sepanjang waktu',
};

const LIFTED: Form<[by: string]> = {
    en: (by) => `\`${by}\` raises it as far, on every day`,
    id: (by) => `\`${by}\` sudah menaikkannya setinggi itu, pada setiap hari`,
};

const WAYS: readonly Message[] = [
    {
        en: 'Raise to a higher level or another indicator, if that is what the program achieves.',
        id: 'Naikkan ke tingkat yang lebih tinggi atau indikator lain, jika itu yang dihasilkan program.',
    },
    {
        en: 'Else take the `raises` out: the program may have other merits.',
        id: 'Jika tidak, hapus `raises` ini: program dapat memiliki manfaat lain.',
    },
];

/** The reason in stable English words, for evidence. */
function factOf({ reason }: IdleRaise): string {
    switch (reason.kind) {
        case 'lapsed':
            return 'until is over';
        case 'lowest':
            return 'lower end of the scale';
        case 'measured':
            return `measured ${reason.level} on ${isoDate(reason.on)}`;
        case 'lifted':
            return `raised by ${reason.by}`;
    }
}
