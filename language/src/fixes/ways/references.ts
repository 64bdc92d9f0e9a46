import { nested } from '../../plan/assemble.ts';
import type { NamingAll } from '../../plan/declarations/clause.ts';
import type { Declaration, DeclarationKind } from '../../plan/declarations/declaration.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Expected, Reference } from '../../plan/declarations/reference.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Fragment } from '../../plan/fragment.ts';
import { ACCEPTED, KINDS } from '../../plan/kinds.ts';
import { say } from '../../plan/message.ts';
import { addClause, addName } from '../clauses.ts';
import { addUse, declare, titleOf } from '../declare.ts';
import type { Fix } from '../fix.ts';
import { type Ground, isOwn, replace } from '../ground.ts';
import { removeItem, removeName } from '../removal.ts';
import { fix, type Way } from './way.ts';

/** Puts the words in that the finding says would be right. */
export const replaceIt: Way = function* (ground, finding) {
    if (finding.replacement !== undefined) {
        yield* fix(...replacement(ground, finding, finding.replacement), true);
    }
};

/** The title and the edit of a replacement. */
export function replacement(ground: Ground, finding: Finding, words: string): [Fix['title'], Fix['edits']] {
    const written = ground.slice(finding.at).replace(/\s+/g, ' ');
    const edits = ground.text(finding.at.file) === undefined ? [] : [replace(finding.at, words)];
    return words === ''
        ? [
              say(
                  () => `Delete \`${written}\``,
                  () => `Hapus \`${written}\``,
              ),
              edits,
          ]
        : [
              say(
                  () => `Replace \`${written}\` by \`${words}\``,
                  () => `Ganti \`${written}\` dengan \`${words}\``,
              ),
              edits,
          ];
}

/** A name that nothing has: the name that was meant, the library that has it, or a declaration of it. */
export const resolveName: Way = function* (ground, finding) {
    const reference = referenceAt(ground.fragment(finding.at.file), finding);
    if (reference === undefined) {
        return;
    }
    const { name, expected, at } = reference;
    const library = libraryOf(ground, name, expected);
    if (library !== undefined) {
        yield* fix(
            say(
                () => `Use the library \`${library}\`, which has \`${name}\``,
                () => `Gunakan pustaka \`${library}\`, yang memuat \`${name}\``,
            ),
            addUse(ground, library, at.file),
            true,
        );
    }
    // Nothing waits for itself.
    yield* finding.replacement !== undefined && finding.subjects.includes(finding.replacement)
        ? []
        : replaceIt(ground, finding);
    if (expected === 'element') {
        yield* declareElement(ground, reference);
        return;
    }
    for (const kind of name.includes('.') ? [] : (ACCEPTED[expected] as readonly string[])) {
        if (DECLARED_BY_NAME.has(kind)) {
            yield* fix(
                say(
                    () => `Declare \`${name}\` as ${KINDS[kind as DeclarationKind].en}`,
                    () => `Deklarasikan \`${name}\` sebagai ${KINDS[kind as DeclarationKind].id}`,
                ),
                declare(ground, kind as DeclarationKind, name, at),
            );
        }
    }
};

/** Kinds that can be declared with a name and a title alone, where one of few kinds is wanted. */
const DECLARED_BY_NAME: ReadonlySet<string> = new Set([
    'opd',
    'audience',
    'service',
    'data',
    'application',
    'infrastructure',
    'fund',
    'area',
    'obstacle',
    'driver',
    'program',
]);

function* declareElement(ground: Ground, { name }: Reference): Generator<Fix> {
    const dot = name.indexOf('.');
    const dimension = ground.plan.dimensions.find((each) => each.name === name.slice(0, dot));
    if (dot > 0 && dimension !== undefined && isOwn(dimension)) {
        const local = name.slice(dot + 1);
        yield* fix(
            say(
                () => `Declare the element \`${local}\` in \`${dimension.name}\``,
                () => `Deklarasikan unsur \`${local}\` dalam \`${dimension.name}\``,
            ),
            addClause(ground, dimension.whole, `element ${local} "${titleOf(local)}"`),
        );
    }
}

/** The reference that a finding stands at. */
function referenceAt(fragment: Fragment | undefined, { at }: Finding): Reference | undefined {
    return fragment?.references.find((each) => each.at.start === at.start && each.at.end === at.end);
}

/** A library, not used yet, that declares a name of the kind that is wanted. */
function libraryOf({ plan }: Ground, name: string, expected: Expected): string | undefined {
    const kinds = expected === 'subject' ? [] : ACCEPTED[expected];
    return (plan.shelf?.names ?? []).find(
        (library) =>
            !plan.libraryPlaces.has(library) &&
            // Names of the plan itself that the library has too would then be declared twice.
            plan.shelf?.(library)?.declarations.every((declaration) => !plan.names.has(declaration.name)) === true &&
            plan
                .shelf(library)
                ?.declarations.some((declaration) =>
                    [declaration, ...nested(declaration)].some(
                        (each) => each.name === name && kinds.includes(each.kind),
                    ),
                ),
    );
}

/** A library that does not exist: the one that was meant, or none. */
export const resolveLibrary: Way = function* (ground, finding) {
    yield* replaceIt(ground, finding);
    for (const use of ground.fragment(finding.at.file)?.uses ?? []) {
        if (use.clause.start <= finding.at.start && finding.at.end <= use.clause.end) {
            const name = ground.slice(finding.at);
            yield* fix(
                say(
                    () => `Do not use \`${name}\``,
                    () => `Jangan gunakan \`${name}\``,
                ),
                removeItem(
                    ground,
                    use,
                    use.libraries.map((each) => each.at),
                    finding.at,
                ),
            );
        }
    }
};

/** Lists of names, by their keyword, in which something of another kind may stand. */
const LISTS = {
    partners: 'partners',
    serves: 'serves',
    needs: 'needs',
    delivers: 'delivers',
    replaces: 'replaces',
    resolves: 'resolves',
    'responds-to': 'respondsTo',
    supports: 'supports',
    integrates: 'integrates',
    'raised-by': 'raisedBy',
} as const;

/** A name of another kind: moved to the clause where it belongs, or taken out. */
export const moveName: Way = function* (ground, finding) {
    const declaration = ground.around(finding.at);
    const name = ground.slice(finding.at);
    if (declaration === undefined || declaration.kind === 'waiver') {
        return;
    }
    const found = ground.plan.names.get(name);
    for (const [keyword, property] of Object.entries(LISTS)) {
        const clause = (declaration as unknown as Partial<Record<string, NamingAll>>)[property];
        if (clause?.refs?.some((each) => each.at.start === finding.at.start) !== true) {
            continue;
        }
        const taken = removeName(ground, clause, finding.at);
        if (declaration.kind === 'program' && found !== undefined && found.name !== declaration.name) {
            yield* rightClause(ground, declaration, found.kind, keyword, name, taken);
        }
        yield* fix(
            say(
                () => `Take \`${name}\` out of \`${keyword}\``,
                () => `Hapus \`${name}\` dari \`${keyword}\``,
            ),
            taken,
        );
    }
};

/** The clause of a program that takes what the name stands for: programs are waited for, people served. */
function* rightClause(
    ground: Ground,
    program: Program,
    kind: Declaration['kind'] | string,
    keyword: string,
    name: string,
    taken: Fix['edits'],
): Generator<Fix> {
    const wanted = RIGHT[kind];
    if (wanted === undefined || wanted === keyword) {
        return;
    }
    const added =
        wanted === 'after'
            ? program.after === undefined
                ? addClause(ground, program.whole, `after ${name}`)
                : []
            : addName(ground, program, wanted, (program as unknown as Record<string, NamingAll>)[wanted], name);
    if (
        added.length > 0 &&
        !added.some((edit) => taken.some((each) => edit.start <= each.end && each.start <= edit.end))
    ) {
        yield* fix(
            say(
                () => `Move \`${name}\` to \`${wanted}\``,
                () => `Pindahkan \`${name}\` ke \`${wanted}\``,
            ),
            [...taken, ...added],
            true,
        );
    }
}

const RIGHT: Readonly<Record<string, string>> = {
    program: 'after',
    audience: 'serves',
    opd: 'partners',
    obstacle: 'resolves',
};

/** One name for several things: another one for this. */
export const rename: Way = function* (ground, finding) {
    const written = ground.slice(finding.at);
    const [name] = finding.subjects;
    const isMasterplan = ground.around(finding.at)?.kind === 'masterplan';
    if (name === undefined || isMasterplan || (name !== written && !name.endsWith(`.${written}`))) {
        // What a library declares has no other name, and a second masterplan is no better under another one.
        return;
    }
    const prefix = name.slice(0, name.length - written.length);
    // Each of the doubles has a finding; they must not all be offered the same new name.
    const place = finding.related.filter(
        ({ at }) => at.file < finding.at.file || (at.file === finding.at.file && at.start < finding.at.start),
    ).length;
    let number = Math.max(2, place + 1);
    while (ground.plan.names.has(`${prefix}${written}-${number}`)) {
        number++;
    }
    yield* fix(
        say(
            () => `Rename this one to \`${written}-${number}\``,
            () => `Ubah nama yang ini menjadi \`${written}-${number}\``,
        ),
        [replace(finding.at, `${written}-${number}`)],
        true,
    );
};
