import type { Day } from '../plan/calendar.ts';
import type { Fragment } from '../plan/fragment.ts';
import type { Locale } from '../plan/message.ts';
import type { Lines, Origin, Place } from '../plan/origin.ts';
import type { Plan } from '../plan/plan.ts';
import type { Checked } from '../rules/check.ts';

/**
 * What an editor's question is answered from: one version of a plan, and the file that is asked about. Features are
 * functions of a view and an offset in its text; none of them remembers anything.
 */
export interface View {
    /** The file that is asked about, by the workspace's name: its address. */
    readonly file: string;
    /** Its text, and where its lines begin. */
    readonly lines: Lines;
    /** What the file alone says. */
    readonly fragment: Fragment;
    /** The plan it is part of. */
    readonly plan: Plan;
    /** All that follows from the plan; computed when it is first asked for. */
    readonly checked: Checked;
    readonly today: Day;
    /** The language of the answer. */
    readonly locale: Locale;
    /** Line and column, from 1, of a place in any file of the plan or of a library. */
    place(origin: Origin): Place;
    /** The text of any file of the plan or of a library. */
    text(file: string): string | undefined;
}
