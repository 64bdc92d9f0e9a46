import { yearOf } from '../../plan/calendar.ts';
import { say } from '../../plan/message.ts';
import { find } from '../../plan/plan.ts';
import { addClause } from '../clauses.ts';
import { declareBelow, firstDeclaration } from '../declare.ts';
import type { Edit } from '../fix.ts';
import { type Ground, insert, replace } from '../ground.ts';
import { ownersNear } from '../guess.ts';
import { remove } from '../removal.ts';
import { replacement } from './references.ts';
import { REASON } from './waivers.ts';
import { fix, safeFix, type Way } from './way.ts';

/** Words that cannot be read: what was meant. Signs and quotes that say nothing are put right without asking. */
export const amend: Way = function* (ground, finding) {
    const { replacement: words } = finding;
    if (words !== undefined) {
        const written = ground.slice(finding.at);
        const isSign = words === '' ? /^[,;]$/.test(written) : /^[\u201c\u201d\u201e]/.test(written);
        const made = replacement(ground, finding, words);
        yield* isSign ? safeFix(...made) : fix(...made, true);
    }
};

/** A clause that stands twice: one list of both, or only the first, which counts. */
export const unrepeat: Way = function* (ground, finding) {
    const first = finding.related[0]?.at;
    if (first === undefined) {
        return;
    }
    const [keyword, once] = partsOf(ground.slice(first));
    const [again, twice] = partsOf(ground.slice(finding.at));
    const title = say(
        () => `Delete this \`${again}\`, which does not count`,
        () => `Hapus \`${again}\` ini, yang tidak berlaku`,
    );
    const removed = remove(ground, finding.at);
    if (keyword === again && once === twice) {
        yield* safeFix(title, removed);
        return;
    }
    if (keyword === again && LISTS.has(keyword) && isList(once) && isList(twice)) {
        const known = new Set(itemsOf(once));
        const more = itemsOf(twice).filter((each) => !known.has(each));
        yield* fix(
            say(
                () => `Join it with the first \`${keyword}\``,
                () => `Gabungkan dengan \`${keyword}\` yang pertama`,
            ),
            joined(removed, more.length === 0 ? [] : [insert(first.file, first.end, `, ${more.join(', ')}`)]),
            true,
        );
    }
    yield* fix(title, removed, true);
};

/** Clauses that take lists of names. */
const LISTS: ReadonlySet<string> = new Set([
    'partners',
    'serves',
    'needs',
    'delivers',
    'replaces',
    'resolves',
    'responds-to',
    'supports',
    'integrates',
    'raised-by',
    'mandate',
    'area',
]);

function partsOf(clause: string): [string, string] {
    const keyword = /^[\w-]+/.exec(clause)?.[0] ?? '';
    return [keyword, clause.slice(keyword.length).replace(/\s+/g, ' ').trim()];
}

/** Whether a list is made of names and short texts alone: with a comment in it nothing is joined. */
function isList(text: string): boolean {
    return text !== '' && itemsOf(text).every((each) => /^(?:[\w.-]+|"[^"\\]*")$/.test(each));
}

function itemsOf(text: string): string[] {
    return text.split(',').map((each) => each.trim());
}

function joined(a: readonly Edit[], b: readonly Edit[]): readonly Edit[] {
    return b.some((each) => a.some((other) => each.start < other.end && other.start < each.end)) ? [] : [...b, ...a];
}

/** A clause that must stand: with what is most likely, to be looked at. */
export const addMissing: Way = function* (ground, finding) {
    const problem = ground
        .fragment(finding.at.file)
        ?.problems.find((each) => each.rule === finding.rule && each.message === finding.message);
    const keyword = /[\w-]+$/.exec(problem?.facts ?? '')?.[0];
    const declaration = ground.around(finding.at);
    if (keyword === undefined || declaration === undefined) {
        return;
    }
    const clause = clauseFor(ground, keyword, finding.subjects);
    if (clause !== undefined) {
        yield* fix(
            say(
                () => `Add \`${clause}\``,
                () => `Tambahkan \`${clause}\``,
            ),
            addClause(ground, declaration.whole, clause),
            true,
        );
    }
};

function clauseFor(ground: Ground, keyword: string, subjects: readonly string[]): string | undefined {
    switch (keyword) {
        case 'period':
            return `period ${periodOf(ground)}`;
        case 'scale':
            return 'scale 1..5 staged';
        case 'aggregate':
            return 'aggregate mean';
        case 'because':
            return `because "${REASON}"`;
        case 'by': {
            const owner = ownersNear(ground, subjects)[0];
            return owner && `by ${owner}`;
        }
        default:
            return undefined;
    }
}

/** The years that the programs of a plan span; five from today on where none has days. */
function periodOf({ checked, today }: Ground): string {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const { start, finish } of checked.analysis.schedule.programs) {
        first = Math.min(first, yearOf(start));
        last = Math.max(last, yearOf(finish));
    }
    return last < first ? `${yearOf(today)}..${yearOf(today) + 4}` : `${first}..${last}`;
}

/** A plan without a masterplan: one with the years of its programs. */
export const addMasterplan: Way = function* (ground, { at }) {
    const start = firstDeclaration(ground, at.file);
    if (start === undefined) {
        return;
    }
    const eol = ground.eol(at.file);
    const name = ground.plan.names.has('city') ? 'city-plan' : 'city';
    const lines = [`masterplan ${name} "Masterplan Smart City" {`, `    period ${periodOf(ground)}`, '}'];
    const use = ground.fragment(at.file)?.uses[0];
    yield* fix(
        say(
            () => 'Declare a masterplan',
            () => 'Deklarasikan masterplan',
        ),
        use === undefined
            ? [insert(at.file, start, lines.join(eol) + eol + eol)]
            : declareBelow(ground, use.clause, lines),
        true,
    );
};

/** A value that cannot be: the right spelling, the other way round, or the nearest that can. */
export const putRight: Way = function* (ground, finding) {
    const { replacement: words, at } = finding;
    if (words !== undefined) {
        yield* safeFix(...replacement(ground, finding, words));
        return;
    }
    const written = ground.slice(at);
    const length = /^(\d+(?:\.\.\d+){1,2})(\s+\w+)$/.exec(written);
    const span = /^(\d{4}(?:-[\w-]+)?)(\s*\.\.\s*)(\d{4}(?:-[\w-]+)?)$/.exec(written);
    if (length !== null) {
        const sorted = length[1]!
            .split('..')
            .sort((a, b) => Number(a) - Number(b))
            .join('..');
        yield* sorted === length[1] ? [] : fix(...replacement(ground, finding, sorted + length[2]!), true);
    } else if (span !== null) {
        const [, from, dots, to] = span;
        yield* fix(
            say(
                () => `Turn it round: \`${to}..${from}\``,
                () => `Balik urutannya: \`${to}..${from}\``,
            ),
            [replace(at, `${to}${dots}${from}`)],
            true,
        );
    } else {
        yield* ontoScale(ground, finding);
    }
};

/** A level off its scale, or between two: the nearest whole one on it. */
const ontoScale: Way = function* (ground, finding) {
    const { plan } = ground;
    const declaration = ground.around(finding.at);
    const named =
        declaration?.kind === 'program'
            ? declaration.raises.map(({ of, to }) => ({ of, value: to }))
            : declaration?.kind === 'masterplan'
              ? [...declaration.actuals, ...declaration.targets]
              : [];
    for (const { of, value } of named) {
        const measure = value.at.start === finding.at.start ? find(plan, of, 'framework', 'indicator') : undefined;
        const framework =
            measure?.kind === 'indicator' ? find(plan, { ...of, name: measure.framework }, 'framework') : measure;
        if (framework?.scale !== undefined) {
            const { least, most = Number.POSITIVE_INFINITY } = framework.scale;
            const level = Math.floor(Math.min(most, Math.max(least, value.value)));
            yield* fix(...replacement(ground, finding, String(level)), true);
        }
    }
};
