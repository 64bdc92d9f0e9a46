import { marginAt, opensLine } from '../fixes/clauses.ts';
import { spellLast, wholeMonths } from '../fixes/dates.ts';
import type { Edit } from '../fixes/fix.ts';
import { type Ground, replace } from '../fixes/ground.ts';
import { remove } from '../fixes/removal.ts';
import { type Length, lastDay, type Span } from '../plan/calendar.ts';
import type { Program } from '../plan/declarations/program.ts';

/** Says with `start` and `duration` what `during` says: the same days. Nothing where activities run over its end. */
export function splitDuring(ground: Ground, { name, during }: Program): readonly Edit[] {
    const text = during && ground.text(during.clause.file);
    const scheduled = ground.checked.analysis.schedule.byName.get(name);
    if (during === undefined || text === undefined || scheduled?.overrun !== undefined) {
        return [];
    }
    const { start } = during.clause;
    const gap = opensLine(text, start) ? ground.eol(during.clause.file) + marginAt(text, start) : '  ';
    const length = spellLength({ first: during.from.first, last: during.to.last });
    return [replace(during.clause, `start ${during.from.text}${gap}duration ${length}`)];
}

/** Says with `during` what `start` and `duration` say. Nothing where the length is uncertain, or activities take longer. */
export function joinDates(ground: Ground, { name, start, duration }: Program): readonly Edit[] {
    if (start === undefined || duration === undefined || !isCertain(duration.length)) {
        return [];
    }
    const last = lastDay(start.when.first, duration.length.least);
    const scheduled = ground.checked.analysis.schedule.byName.get(name);
    const text = ground.text(start.clause.file);
    if (text === undefined || (scheduled?.status === 'planned' && scheduled.finish !== last)) {
        return [];
    }
    const removed = remove(ground, duration.clause);
    return removed.some((edit) => edit.start < start.clause.end && start.clause.start < edit.end)
        ? []
        : [replace(start.clause, `during ${start.when.text}..${spellLast(last)}`), ...removed];
}

function isCertain({ least, likely = least, most }: Length): boolean {
    return least.count === most.count && likely.count === least.count;
}

/** A span as a length: in years, months or days, whichever are whole. */
function spellLength(span: Span): string {
    const months = wholeMonths(span);
    if (months === undefined) {
        return counted(span.last - span.first + 1, 'day');
    }
    return months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month');
}

function counted(count: number, unit: string): string {
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
