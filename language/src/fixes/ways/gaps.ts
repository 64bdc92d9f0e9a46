import { lastDay, yearOf } from '../../plan/calendar.ts';
import type { Program } from '../../plan/declarations/program.ts';
import { say } from '../../plan/message.ts';
import { find, findElement } from '../../plan/plan.ts';
import { addClause, addName } from '../clauses.ts';
import { declare } from '../declare.ts';
import { type Ground, isOwn } from '../ground.ts';
import { frequent, likelyOwners, MOST } from '../guess.ts';
import { remove } from '../removal.ts';
import { fix, type Way } from './way.ts';

/** The title of a fix that adds a clause. */
export function adding(clause: string) {
    return say(
        () => `Add \`${clause}\``,
        () => `Tambahkan \`${clause}\``,
    );
}

/** The title of a fix that adds a clause to another declaration. */
function addingTo(clause: string, name: string) {
    return say(
        () => `Add \`${clause}\` to \`${name}\``,
        () => `Tambahkan \`${clause}\` pada \`${name}\``,
    );
}

/** Nobody answers for something: an OPD that may, or a mark that all share it. */
export const addOwner: Way = function* (ground, finding) {
    const declaration = ground.around(finding.at);
    switch (declaration?.kind) {
        case 'program':
        case 'service':
        case 'data':
        case 'application':
        case 'infrastructure': {
            const owners = likelyOwners(ground, declaration);
            for (const [index, owner] of owners.entries()) {
                const clause = `${declaration.kind === 'data' ? 'producer' : 'owner'} ${owner}`;
                yield* fix(adding(clause), addClause(ground, declaration.whole, clause), index === 0);
            }
            if (declaration.kind === 'application' || declaration.kind === 'infrastructure') {
                yield* fix(adding('shared'), addClause(ground, declaration.whole, 'shared'), owners.length === 0);
            }
        }
    }
};

/** A program without an element: those of the same owner's programs, else those that most programs have. */
export const addElement: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    if (program === undefined) {
        return;
    }
    const { plan } = ground;
    const elementsOf = (programs: readonly Program[]): string[] =>
        programs.flatMap(({ element }) => (findElement(plan, element?.ref) ? [element!.ref.name] : []));
    const owner = program.owner?.ref.name;
    const own = frequent(elementsOf(plan.programs.filter((each) => each.owner?.ref.name === owner)));
    const all = plan.dimensions.flatMap((each) => each.elements.map(({ name }) => name));
    const names = [...new Set([...own, ...frequent(elementsOf(plan.programs)), ...all])].slice(0, MOST);
    for (const [index, name] of names.entries()) {
        const clause = `element ${name}`;
        yield* fix(adding(clause), addClause(ground, program.whole, clause), index === 0);
    }
};

/** A program without a measure: one to be filled in, due when the program has been finished. */
export const addKpi: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    if (program !== undefined) {
        const { schedule } = ground.checked.analysis;
        const finish = schedule.byName.get(program.name)?.finish ?? ground.plan.masterplan?.period?.to.last;
        const clause = `kpi result "Indikator hasil" unit "%" from 0 to 100${finish === undefined ? '' : ` by ${yearOf(finish)}`}`;
        yield* fix(
            say(
                () => 'Add a kpi to fill in',
                () => 'Tambahkan indikator kinerja untuk diisi',
            ),
            addClause(ground, program.whole, clause),
            true,
        );
    }
};

/** A program that serves nobody: those whom most things serve. */
export const addAudience: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    if (program === undefined) {
        return;
    }
    const { plan } = ground;
    const served = frequent(
        [...plan.programs, ...plan.services, ...plan.applications].flatMap(
            (each) => each.serves?.refs.flatMap((ref) => (find(plan, ref, 'audience') ? [ref.name] : [])) ?? [],
        ),
    );
    const names = [...new Set([...served, ...plan.audiences.map(({ name }) => name)])].slice(0, MOST);
    for (const [index, name] of names.entries()) {
        const clause = `serves ${name}`;
        yield* fix(adding(clause), addClause(ground, program.whole, clause), index === 0);
    }
    if (names.length === 0 && !plan.names.has('residents')) {
        const added = addClause(ground, program.whole, 'serves residents');
        const declared = declare(ground, 'audience', 'residents', finding.at);
        yield* fix(
            say(
                () => 'Declare the audience `residents` and serve it',
                () => 'Deklarasikan penerima manfaat `residents` dan layani',
            ),
            added.length > 0 && declared.length > 0 ? [...added, ...declared] : [],
            true,
        );
    }
};

/** An impact that nobody answers: a program of its element does. */
export const respond: Way = function* (ground, finding) {
    const driver = ground.around(finding.at);
    const element = finding.subjects.find((name) => ground.plan.names.get(name)?.kind === 'element');
    if (driver?.kind !== 'driver' || element === undefined) {
        return;
    }
    const programs = ownPrograms(ground).filter((program) => program.element?.ref.name === element);
    for (const [index, program] of programs.slice(0, MOST).entries()) {
        yield* fix(
            addingTo(`responds-to ${driver.name}`, program.name),
            addName(ground, program, 'responds-to', program.respondsTo, driver.name),
            index === 0,
        );
    }
};

/** An obstacle that nobody removes: a program of who raised it does. */
export const resolve: Way = function* (ground, finding) {
    const obstacle = ground.around(finding.at);
    if (obstacle?.kind !== 'obstacle') {
        return;
    }
    const raisers = new Set(obstacle.raisedBy?.refs.map(({ name }) => name));
    const programs = ownPrograms(ground);
    const near = programs.filter((program) => raisers.has(program.owner?.ref.name ?? ''));
    for (const program of (near.length > 0 ? near : programs).slice(0, MOST)) {
        yield* fix(
            addingTo(`resolves ${obstacle.name}`, program.name),
            addName(ground, program, 'resolves', program.resolves, obstacle.name),
        );
    }
};

/** A dimension without a quick win: its shortest programs of a year at most. */
export const markQuickWin: Way = function* (ground, finding) {
    const { plan, checked } = ground;
    const dimension = finding.subjects[0];
    const short = checked.analysis.schedule.programs
        .filter(
            ({ program, start, finish }) =>
                isOwn(program) &&
                findElement(plan, program.element?.ref)?.dimension === dimension &&
                finish <= lastDay(start, { count: 12, unit: 'months' }),
        )
        .sort((a, b) => a.finish - a.start - (b.finish - b.start) || (a.program.name < b.program.name ? -1 : 1));
    for (const [index, { program }] of short.slice(0, MOST).entries()) {
        yield* fix(
            say(
                () => `Make \`${program.name}\` a quick win`,
                () => `Jadikan \`${program.name}\` quick win`,
            ),
            addClause(ground, program.whole, 'quick-win'),
            index === 0,
        );
    }
};

/** A quick win that is none: without the mark, as often as it stands. */
export const unmarkQuickWin: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    const spot = program && ground.spot(program.whole);
    const marks = spot?.part.clauses.filter(({ keyword }) => keyword === 'quick-win') ?? [];
    yield* fix(
        say(
            () => 'Delete `quick-win`',
            () => 'Hapus `quick-win`',
        ),
        marks.flatMap(({ first, last }) =>
            remove(ground, { file: spot!.file, start: spot!.start(first), end: spot!.end(last) }),
        ),
        true,
    );
};

/** The program around a place. */
export function programAt(ground: Ground, at: Parameters<Ground['around']>[0]): Program | undefined {
    const declaration = ground.around(at);
    return declaration?.kind === 'program' ? declaration : undefined;
}

/** The plan's own programs that are not cancelled, by name. */
export function ownPrograms({ plan }: Ground): readonly Program[] {
    return plan.programs.filter((program) => isOwn(program) && program.cancelled === undefined);
}
