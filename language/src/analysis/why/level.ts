import { isoDate } from '../../plan/calendar.ts';
import type { Framework, Indicator } from '../../plan/declarations/framework.ts';
import type { Program, Raise } from '../../plan/declarations/program.ts';
import type { Bar } from '../projection/bars.ts';
import type { IndicatorLine, LevelStep } from '../projection-types.ts';
import { code, plain, type Reason, type Telling } from './reason.ts';

/** Why an indicator stands where it does: every step of its line, and what raises it in vain. */
export function explainIndicator(telling: Telling, framework: Framework, line: IndicatorLine): Reason {
    const { indicator, steps } = line;
    const last = steps.at(-1);
    const { gaps } = telling.analysis.projection;
    return {
        sentence:
            last === undefined
                ? {
                      en: `${code(indicator.name)} has no level yet: nothing was measured, and nothing raises it.`,
                      id: `${code(indicator.name)} belum memiliki tingkat: tidak ada pengukuran dan tidak ada yang menaikkannya.`,
                  }
                : {
                      en: `${code(indicator.name)} stands at ${last.level} from ${isoDate(last.date)} on.`,
                      id: `${code(indicator.name)} berada di ${last.level} mulai ${isoDate(last.date)}.`,
                  },
        at: indicator.at,
        because: [
            ...steps.map((step, i) => explainStep(telling, framework, indicator, step, steps[i - 1])),
            ...gaps
                .filter((gap) => gap.indicator.name === indicator.name)
                .map((gap): Reason => {
                    const { program, raise, have } = gap;
                    return {
                        sentence: {
                            en: `${code(program.name)} raises it to ${raise.to.value} in vain: it stands at ${have}, and ${have + 1} is missing.`,
                            id: `${code(program.name)} menaikkannya ke ${raise.to.value} dengan sia-sia: tingkatnya ${have}, dan ${have + 1} belum ada.`,
                        },
                        at: raise.clause,
                        because: [telling.program(program)],
                    };
                }),
        ],
    };
}

/** Why a line changes on a day. */
export function explainStep(
    telling: Telling,
    framework: Framework,
    indicator: Indicator,
    { date, level, causes }: LevelStep,
    before: LevelStep | undefined,
): Reason {
    const day = isoDate(date);
    const head = before === undefined || level > before.level ? 'up' : 'down';
    const sentence = {
        en: head === 'up' ? `${level} on ${day}` : `Back to ${level} on ${day}`,
        id: head === 'up' ? `${level} pada ${day}` : `Kembali ke ${level} pada ${day}`,
    };
    if (causes.length === 0) {
        const ended = endedRaise(telling, indicator, date - 1);
        if (head === 'down' && ended !== undefined) {
            return plain(
                `${sentence.en}: what ${code(ended.program.name)} raised lasts only until ${isoDate(date - 1)}.`,
                `${sentence.id}: yang dinaikkan ${code(ended.program.name)} hanya berlaku sampai ${isoDate(date - 1)}.`,
                ended.raise.clause,
            );
        }
        if (before === undefined) {
            return plain(
                `${sentence.en}: the scale begins there.`,
                `${sentence.id}: skala mulai di sana.`,
                indicator.at,
            );
        }
        const bars = telling
            .barsOf(framework, indicator)
            .filter(({ from, to }) => (head === 'up' ? to === date - 1 : from === date));
        return {
            sentence: {
                en: `${sentence.en}: what bars the level ${head === 'up' ? 'ends' : 'begins'}.`,
                id: `${sentence.id}: yang menahan tingkat ${head === 'up' ? 'berakhir' : 'mulai berlaku'}.`,
            },
            at: indicator.at,
            because: explainBars(bars),
        };
    }
    const because = causes.map((cause) => explainCause(telling, indicator, cause, date, level));
    const names = causes.map((cause) => (cause === 'actual' ? undefined : code(cause)));
    const by = names.filter((name) => name !== undefined).join(', ');
    return {
        sentence:
            by === ''
                ? { en: `${sentence.en}: that was measured.`, id: `${sentence.id}: hasil pengukuran.` }
                : { en: `${sentence.en}: through ${by}.`, id: `${sentence.id}: melalui ${by}.` },
        ...(because[0]?.at === undefined ? {} : { at: because[0].at }),
        because,
    };
}

function explainCause(telling: Telling, indicator: Indicator, cause: string, date: number, level: number): Reason {
    const { plan } = telling.analysis;
    if (cause === 'actual') {
        const actual = plan.masterplan?.actuals.find(
            ({ of, when }) => [indicator.name, indicator.framework].includes(of.name) && when.last === date,
        );
        const source = actual?.source === undefined ? '' : ` (${actual.source})`;
        return plain(`${level} was measured${source}.`, `${level} terukur${source}.`, actual?.clause);
    }
    const program = plan.names.get(cause);
    if (program?.kind !== 'program') {
        return plain(`${code(cause)}.`, `${code(cause)}.`);
    }
    const raise = raiseOf(program, indicator, level);
    const after = raise?.after === undefined ? undefined : raise.after.text;
    return {
        sentence: {
            en: `${code(cause)} raises it to ${raise?.to.value ?? level}${after === undefined ? ', from the day after its finish' : `, ${after} after its finish`}.`,
            id: `${code(cause)} menaikkannya ke ${raise?.to.value ?? level}${after === undefined ? ', sehari setelah selesai' : `, ${after} setelah selesai`}.`,
        },
        at: raise?.clause ?? program.at,
        because: [telling.program(program)],
    };
}

/** So many findings that bar a level are named. */
const MOST_BARS = 3;

/** The findings that bar a level, each once. */
export function explainBars(bars: readonly Bar[]): readonly Reason[] {
    const findings = [...new Set(bars.map(({ finding }) => finding))];
    const told = findings
        .slice(0, MOST_BARS)
        .map(({ message, at }): Reason => ({ sentence: message, at, because: [] }));
    const more = findings.length - told.length;
    return more === 0 ? told : [...told, plain(`And ${more} more.`, `Dan ${more} lagi.`)];
}

function raiseOf(program: Program, indicator: Indicator, level: number): Raise | undefined {
    const own = program.raises.filter(({ of }) => of.name === indicator.name);
    return own.find(({ to }) => to.value === level) ?? own[0];
}

/** A raise whose last day is the one given. */
function endedRaise(
    { analysis }: Telling,
    indicator: Indicator,
    last: number,
): { readonly program: Program; readonly raise: Raise } | undefined {
    for (const program of analysis.plan.programs) {
        const raise = program.raises.find(({ of, until }) => of.name === indicator.name && until?.last === last);
        if (raise !== undefined) {
            return { program, raise };
        }
    }
    return undefined;
}
