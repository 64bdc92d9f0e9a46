import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types';
import { isoDate } from '../plan/calendar.ts';
import type { Program, Raise } from '../plan/declarations/program.ts';
import type { Message } from '../plan/message.ts';
import { showMoney } from '../plan/money.ts';
import { lift } from './lift.ts';
import { range } from './ranges.ts';
import type { View } from './view.ts';

/** A title behind a name, as it is written. */
const TITLE = /\s*"(?:[^"\\\n]|\\.)*"/y;

/**
 * What follows from the plan and is not written, between two offsets: the days of a program that does not pin them, the
 * sum of its budgets, and what each of its raises lifts.
 */
export function inlayHints(view: View, from = 0, to = view.lines.text.length): InlayHint[] {
    const programs = view.fragment.declarations.filter(
        (each): each is Program => each.kind === 'program' && each.whole.end >= from && each.whole.start <= to,
    );
    return programs.flatMap((program) => hintsOf(view, program));
}

function hintsOf(view: View, program: Program): InlayHint[] {
    // A name that is declared twice has the days of its first declaration; hints would lie at the other.
    if (view.plan.names.get(program.name) !== program) {
        return [];
    }
    const hints: InlayHint[] = [];
    const add = (offset: number, label: string, tooltip: Message): void => {
        const place = { file: view.file, start: offset, end: offset };
        hints.push({
            position: range(view, place).start,
            label,
            kind: InlayHintKind.Type,
            paddingLeft: true,
            tooltip: tooltip[view.locale],
        });
    };
    const heading = behindTitle(view, program);
    const scheduled = view.checked.analysis.schedule.byName.get(program.name);
    if (scheduled !== undefined && program.during === undefined) {
        add(heading, `${isoDate(scheduled.start)} – ${isoDate(scheduled.finish)}`, {
            en: 'When it runs: the first and the last day worked, as they follow from the plan.',
            id: 'Waktu pelaksanaan: hari pertama dan hari terakhir, sesuai rencana.',
        });
    }
    if (program.budgets.length > 1) {
        const sum = program.budgets.reduce((total, each) => total + each.amount.value, 0);
        add(heading, `Σ ${showMoney(sum)[view.locale]}`, {
            en: `The sum of its ${program.budgets.length} budgets.`,
            id: `Jumlah dari ${program.budgets.length} anggarannya.`,
        });
    }
    for (const raise of program.raises) {
        const label = lifts(view, program, raise);
        if (label !== undefined) {
            add(raise.clause.end, label, {
                en: 'What this raise lifts, in the planning simulation.',
                id: 'Kenaikan yang dihasilkan, menurut simulasi perencanaan.',
            });
        }
    }
    return hints;
}

function lifts(view: View, program: Program, raise: Raise): string | undefined {
    const step = lift(view.checked.analysis.projection, program.name, raise.of.name);
    return step === undefined ? undefined : `${step.from ?? '–'} → ${step.to}, ${isoDate(step.date)}`;
}

function behindTitle(view: View, { at }: Program): number {
    TITLE.lastIndex = at.end;
    const title = TITLE.exec(view.lines.text);
    return at.end + (title?.[0].length ?? 0);
}
