import { showLevel, showNumber } from '../analysis/projection/level.ts';
import type { IdleRaise } from '../analysis/projection-types.ts';
import { isoDate } from '../plan/calendar.ts';
import { type Message, say } from '../plan/message.ts';
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
            const to = showNumber(raise.to.value);
            const why = reasonOf(idle);
            yield {
                at: raise.clause,
                subjects: [program.name, indicator.name],
                message: say(
                    () =>
                        `Program \`${program.name}\` lifts nothing by raising \`${indicator.name}\` to ${to.en}: ${why.en}.`,
                    () =>
                        `Program \`${program.name}\` tidak mengubah apa pun dengan menaikkan \`${indicator.name}\` ke ${to.id}: ${why.id}.`,
                ),
                evidence: [
                    { label: 'level', value: String(raise.to.value), at: raise.clause },
                    { label: 'reason', value: factOf(idle) },
                ],
                facts: `to ${raise.to.value}`,
                ways: [
                    {
                        en: 'Raise to a higher level or another indicator, if that is what the program achieves.',
                        id: 'Naikkan ke tingkat yang lebih tinggi atau indikator lain, jika itu yang dihasilkan program.',
                    },
                    {
                        en: 'Else take the `raises` out: the program may have other merits.',
                        id: 'Jika tidak, hapus `raises` ini: program dapat memiliki manfaat lain.',
                    },
                ],
            };
        }
    },
};

function reasonOf({ program, raise, reason, indicator }: IdleRaise): Message {
    switch (reason.kind) {
        case 'lapsed':
            return say(
                () => `its \`until ${raise.until?.text ?? ''}\` is over before the lift could begin`,
                () => `\`until ${raise.until?.text ?? ''}\` sudah lewat sebelum kenaikan sempat berlaku`,
            );
        case 'lowest':
            return {
                en: 'that is the lower end of the scale, where it stands anyway',
                id: 'itu ujung bawah skala, tempat indikator memang berada',
            };
        case 'measured': {
            const level = showLevel(reason.level);
            const date = isoDate(reason.on);
            return reason.level >= raise.to.value
                ? say(
                      () => `\`${indicator.name}\` was measured at ${level.en} on ${date} already`,
                      () => `\`${indicator.name}\` sudah terukur ${level.id} pada ${date}`,
                  )
                : say(
                      () => `the measured ${level.en} of ${date} takes its place`,
                      () => `nilai terukur ${level.id} pada ${date} menggantikannya`,
                  );
        }
        case 'lifted':
            return reason.by === program.name
                ? {
                      en: 'another `raises` of the same program does as much throughout',
                      id: '`raises` lain dari program yang sama sudah memberi hal yang sama sepanjang waktu',
                  }
                : say(
                      () => `\`${reason.by}\` raises it as far, on every day`,
                      () => `\`${reason.by}\` sudah menaikkannya setinggi itu, pada setiap hari`,
                  );
    }
}

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
