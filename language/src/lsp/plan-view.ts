import { library, libraryAddress } from '../libraries.ts';
import { assemble } from '../plan/assemble.ts';
import type { Day } from '../plan/calendar.ts';
import { DEFAULT_CONFIG } from '../plan/config.ts';
import type { Fragment } from '../plan/fragment.ts';
import type { Locale } from '../plan/message.ts';
import { Lines, type Origin, type Place } from '../plan/origin.ts';
import type { Plan } from '../plan/plan.ts';
import { type Checked, check } from '../rules/check.ts';
import { readFragment } from '../syntax/read.ts';
import type { Workspace } from '../workspace.ts';
import type { View } from './view.ts';

/** What a view is made with, besides the workspace. */
export interface ViewOptions {
    readonly today: Day;
    readonly locale: Locale;
}

/** The name of the built-in library that an address is the text of; `undefined` for any other address. */
export function libraryOf(file: string): string | undefined {
    return library.names.find((name) => libraryAddress(name) === file);
}

/** A view of a file in a plan of the workspace; `undefined` for a file that is in no plan. */
export function viewOfFile(workspace: Workspace, file: string, options: ViewOptions): View | undefined {
    const root = workspace.rootOf(file);
    const lines = workspace.lines(file);
    return root === undefined || lines === undefined || libraryOf(file) !== undefined
        ? undefined
        : new PlanView(workspace, file, lines, options, {
              plan: () => workspace.plan(root),
              checked: () => workspace.check(root),
          });
}

/**
 * A view of a built-in library as part of a plan, by its root; of a library that the plan does not use, as if one
 * plan used it alone. `undefined` for an unknown library.
 */
export function viewOfLibrary(
    workspace: Workspace,
    file: string,
    root: string | undefined,
    options: ViewOptions,
): View | undefined {
    const name = libraryOf(file);
    const lines = workspace.lines(file);
    if (name === undefined || lines === undefined) {
        return undefined;
    }
    const isUsed = root !== undefined && workspace.plan(root).libraries.some((each) => each.library === name);
    const source = isUsed
        ? { plan: () => workspace.plan(root), checked: () => workspace.check(root) }
        : planAlone([readFragment('smartcity-library:/', `use ${name}`)], options.today);
    return new PlanView(workspace, file, lines, options, source);
}

/** A view of a text that is part of no plan, such as an excluded file: as if it were a plan alone. */
export function viewOfText(workspace: Workspace, file: string, text: string, options: ViewOptions): View {
    const source = planAlone([readFragment(file, text)], options.today);
    return new PlanView(workspace, file, new Lines(text), options, source);
}

/** Where a view's plan comes from: made when it is first asked for. */
interface Source {
    plan(): Plan;
    checked(): Checked;
}

function planAlone(fragments: readonly Fragment[], today: Day): Source {
    let plan: Plan | undefined;
    let checked: Checked | undefined;
    const planned = (): Plan => {
        plan ??= assemble('.', DEFAULT_CONFIG, fragments, library);
        return plan;
    };
    return {
        plan: planned,
        checked: () => {
            checked ??= check(planned(), today);
            return checked;
        },
    };
}

class PlanView implements View {
    readonly today: Day;
    readonly locale: Locale;

    constructor(
        private readonly workspace: Workspace,
        readonly file: string,
        readonly lines: Lines,
        { today, locale }: ViewOptions,
        private readonly source: Source,
    ) {
        this.today = today;
        this.locale = locale;
    }

    get plan(): Plan {
        return this.source.plan();
    }

    get checked(): Checked {
        return this.source.checked();
    }

    get fragment(): Fragment {
        const { fragments, libraries } = this.plan;
        const found =
            fragments.find((each) => each.file === this.file) ?? libraries.find((each) => each.file === this.file);
        const value = found ?? readFragment(this.file, this.lines.text);
        Object.defineProperty(this, 'fragment', { value });
        return value;
    }

    place(origin: Origin): Place {
        return (origin.file === this.file ? this.lines : (this.workspace.lines(origin.file) ?? NO_LINES)).place(origin);
    }

    text(file: string): string | undefined {
        return file === this.file ? this.lines.text : this.workspace.lines(file)?.text;
    }
}

/** For files that are gone: every place in them is their first character. */
const NO_LINES = new Lines('');
