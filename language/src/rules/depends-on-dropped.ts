import type { Application, Asset } from '../plan/declarations/asset.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import type { Draft } from '../plan/finding.ts';
import { list, type Message, say } from '../plan/message.ts';
import { findAsset, type Plan } from '../plan/plan.ts';
import page from './depends-on-dropped.md';
import type { Rule } from './rule.ts';

/** Who needs something, and the clause item that says so. */
interface Dependent {
    readonly declaration: Program | Application;
    readonly reference: Reference;
}

/** Who needs what in a plan. Cancelled programs need nothing. */
interface Needs {
    /** Programs that wait for a program (`after`), by its name. */
    readonly after: ReadonlyMap<string, readonly Dependent[]>;
    /** Programs and applications that need an asset, by its name. */
    readonly of: ReadonlyMap<string, readonly Dependent[]>;
    /** Programs that deliver an asset, by its name; the cancelled ones too. */
    readonly deliverers: ReadonlyMap<string, readonly Program[]>;
}

const ASSETS = ['service', 'data', 'application', 'infrastructure'] as const;

/** Somebody needs a program that is cancelled or that a scenario drops, or what only such programs deliver. */
export const dependsOnDropped: Rule = {
    name: 'depends-on-dropped',
    group: 'time',
    severity: 'error',
    title: {
        en: 'Something needed is cancelled, or dropped in a scenario',
        id: 'Hal yang dibutuhkan dibatalkan, atau dihapus dalam skenario',
    },
    page,
    stands: (edit) =>
        !edit.renames &&
        !edit.touches('scenario') &&
        !edit.touches('program', 'name', 'cancelled', 'after', 'needs', 'delivers') &&
        !edit.touches('application', 'needs') &&
        ASSETS.every((kind) => !edit.touches(kind, 'since')),
    *find({ written: plan }) {
        // Every scenario is looked at here, so none that is being played changes what is found.
        const cancelled = new Set(plan.programs.filter((program) => program.cancelled !== undefined));
        const scenarios = plan.scenarios.filter(
            (scenario) => scenario.library === undefined && scenario.drops.length > 0,
        );
        if (cancelled.size === 0 && scenarios.length === 0) {
            return;
        }
        const needs = needsOf(plan);
        yield* lost(plan, needs, cancelled, cancelled, (dependent, thing, gone) =>
            reportCancelled(dependent, thing, gone),
        );
        for (const scenario of scenarios) {
            const places = new Map<Program, Reference>();
            for (const reference of scenario.drops.flatMap((clause) => clause.refs)) {
                const program = plan.names.get(reference.name);
                if (program?.kind === 'program' && !cancelled.has(program) && !places.has(program)) {
                    places.set(program, reference);
                }
            }
            const dropped = new Set(places.keys());
            const all = new Set([...cancelled, ...dropped]);
            yield* lost(plan, needs, dropped, all, (dependent, thing, gone) =>
                reportDropped(
                    scenario.name,
                    places.get(gone.find((program) => dropped.has(program))!)!,
                    dependent,
                    thing,
                    gone,
                ),
            );
        }
    },
};

type Report = (dependent: Dependent, thing: Asset | undefined, gone: readonly Program[]) => Draft;

/**
 * What depends on programs that go: who waits for one, and who needs an asset without `since` that nobody delivers any
 * more once all of `gone` are. Who goes as well depends on nothing.
 */
function* lost(
    plan: Plan,
    needs: Needs,
    going: ReadonlySet<Program>,
    gone: ReadonlySet<Program>,
    report: Report,
): Iterable<Draft> {
    const assets = new Set<Asset>();
    for (const program of going) {
        for (const dependent of needs.after.get(program.name) ?? []) {
            if (!gone.has(dependent.declaration as Program)) {
                yield report(dependent, undefined, [program]);
            }
        }
        for (const reference of program.delivers?.refs ?? []) {
            const asset = findAsset(plan, reference);
            if (asset !== undefined && asset.since === undefined) {
                assets.add(asset);
            }
        }
    }
    for (const asset of assets) {
        const deliverers = needs.deliverers.get(asset.name) ?? [];
        if (deliverers.every((program) => gone.has(program))) {
            for (const dependent of needs.of.get(asset.name) ?? []) {
                if (!gone.has(dependent.declaration as Program)) {
                    yield report(dependent, asset, deliverers);
                }
            }
        }
    }
}

function needsOf(plan: Plan): Needs {
    const after = new Map<string, Dependent[]>();
    const of = new Map<string, Dependent[]>();
    const deliverers = new Map<string, Program[]>();
    const add = (map: Map<string, Dependent[]>, declaration: Program | Application, reference: Reference): void => {
        const dependents = map.get(reference.name) ?? [];
        // Named twice it is needed once.
        if (declaration.library === undefined && dependents.at(-1)?.declaration !== declaration) {
            dependents.push({ declaration, reference });
            map.set(reference.name, dependents);
        }
    };
    for (const program of plan.programs) {
        for (const { name } of program.delivers?.refs ?? []) {
            const delivering = deliverers.get(name) ?? [];
            delivering.push(program);
            deliverers.set(name, delivering);
        }
        for (const { ref } of program.cancelled === undefined ? (program.after?.items ?? []) : []) {
            add(after, program, ref);
        }
        for (const ref of program.cancelled === undefined ? (program.needs?.refs ?? []) : []) {
            add(of, program, ref);
        }
    }
    for (const application of plan.applications) {
        for (const ref of application.needs?.refs ?? []) {
            add(of, application, ref);
        }
    }
    return { after, of, deliverers };
}

function reportCancelled(
    { declaration, reference }: Dependent,
    asset: Asset | undefined,
    gone: readonly Program[],
): Draft {
    const names = namesOf(gone);
    const one = gone.length === 1;
    return {
        at: reference.at,
        subjects: [declaration.name, ...(asset ? [asset.name] : []), ...gone.map((program) => program.name)],
        message:
            asset === undefined
                ? say(
                      () => `\`${declaration.name}\` waits for ${names.en}, which is cancelled.`,
                      () => `\`${declaration.name}\` menunggu ${names.id}, yang telah dibatalkan.`,
                  )
                : say(
                      () =>
                          `\`${declaration.name}\` needs \`${asset.name}\`, which only ${names.en} would have delivered, and ${one ? 'that is' : 'those are'} cancelled.`,
                      () =>
                          `\`${declaration.name}\` membutuhkan \`${asset.name}\`, yang hanya akan diserahkan oleh ${names.id}, dan itu telah dibatalkan.`,
                  ),
        evidence: [
            { label: asset ? 'needs' : 'after', value: reference.name, at: reference.at },
            ...gone.map((program) => ({
                label: 'cancelled',
                value: program.name,
                at: program.cancelled?.clause ?? program.at,
            })),
        ],
        related: gone.map((program) => ({
            at: program.cancelled?.clause ?? program.at,
            message: say(
                () => `\`${program.name}\` is cancelled here.`,
                () => `\`${program.name}\` dibatalkan di sini.`,
            ),
        })),
        // Of two applications each may need the other: who needs is not in the subjects.
        facts: `cancelled\n${reference.name}`,
        ways: [
            asset === undefined
                ? say(
                      () => `Take the wait for ${names.en} out, or wait for what takes its place.`,
                      () => `Hapus penantian pada ${names.id}, atau tunggu penggantinya.`,
                  )
                : letAnotherDeliver(asset),
            say(
                () => `Cancel \`${declaration.name}\` too, if it makes no sense without.`,
                () => `Batalkan juga \`${declaration.name}\` jika tidak bermakna tanpanya.`,
            ),
        ],
    };
}

function reportDropped(
    scenario: string,
    place: Reference,
    { declaration, reference }: Dependent,
    asset: Asset | undefined,
    gone: readonly Program[],
): Draft {
    const names = namesOf(gone);
    return {
        at: place.at,
        subjects: [declaration.name, ...(asset ? [asset.name] : []), ...gone.map((program) => program.name)],
        message:
            asset === undefined
                ? say(
                      () =>
                          `In scenario \`${scenario}\` \`${declaration.name}\` waits for ${names.en}, which is dropped.`,
                      () =>
                          `Dalam skenario \`${scenario}\`, \`${declaration.name}\` menunggu ${names.id}, yang dihapus.`,
                  )
                : say(
                      () =>
                          `In scenario \`${scenario}\` \`${declaration.name}\` needs \`${asset.name}\`, which nobody delivers without ${names.en}.`,
                      () =>
                          `Dalam skenario \`${scenario}\`, \`${declaration.name}\` membutuhkan \`${asset.name}\`, yang tidak diserahkan siapa pun tanpa ${names.id}.`,
                  ),
        evidence: [
            { label: 'scenario', value: scenario, at: place.at },
            { label: asset ? 'needs' : 'after', value: reference.name, at: reference.at },
            ...gone.map((program) => ({ label: 'dropped', value: program.name, at: program.at })),
        ],
        related: [
            {
                at: reference.at,
                message: say(
                    () => `\`${declaration.name}\` ${asset ? 'needs' : 'waits for'} \`${reference.name}\` here.`,
                    () =>
                        `\`${declaration.name}\` ${asset ? 'membutuhkan' : 'menunggu'} \`${reference.name}\` di sini.`,
                ),
            },
        ],
        // One drop can be of two scenarios.
        facts: `${scenario}\n${reference.name}`,
        ways: [
            say(
                () => `Drop \`${declaration.name}\` in \`${scenario}\` as well.`,
                () => `Hapus juga \`${declaration.name}\` dalam \`${scenario}\`.`,
            ),
            asset === undefined
                ? say(
                      () =>
                          `Let \`${declaration.name}\` need what \`${gone[0]!.name}\` delivers instead of waiting for it: another program may deliver the same.`,
                      () =>
                          `Biarkan \`${declaration.name}\` membutuhkan hasil \`${gone[0]!.name}\`, bukan menunggunya: program lain dapat menyerahkan hal yang sama.`,
                  )
                : letAnotherDeliver(asset),
        ],
    };
}

function letAnotherDeliver({ name }: Asset): Message {
    return say(
        () => `Let another program deliver \`${name}\`, or say since when it is there (\`since\`).`,
        () => `Tetapkan program lain yang menyerahkan \`${name}\`, atau tulis sejak kapan sudah ada (\`since\`).`,
    );
}

function namesOf(programs: readonly Program[]): Message {
    return list(programs.map((program) => `\`${program.name}\``));
}
