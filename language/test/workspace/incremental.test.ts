import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/plan/config.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Checked } from '../../src/rules/check.ts';
import { type PlanSettings, Workspace } from '../../src/workspace.ts';
import { TODAY } from '../support.ts';
import { firstDeclarations, type Step, step } from './arbitrary-plan.ts';

const ROOTS = ['kota', 'kabupaten'];
const SETTINGS: Readonly<Record<string, PlanSettings>> = {
    kota: { config: DEFAULT_CONFIG, excludes: () => false, baseline: new Set() },
    kabupaten: {
        config: {
            ...DEFAULT_CONFIG,
            rules: { 'missing-owner': 'off', 'missing-kpi': 'info', 'isolated-program': 'error' },
        },
        excludes: () => false,
        baseline: new Set(['0123456789abcdef']),
    },
};

/** Everything that a check tells, as text; names instead of whole declarations where a schedule has these. */
function told({ analysis, findings, byFile, noneOf }: Checked): string {
    const { schedule, projection } = analysis;
    return JSON.stringify({
        findings,
        byFile: [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)),
        noneOf,
        schedule: {
            ...schedule,
            byName: [...schedule.byName].sort(([a], [b]) => (a < b ? -1 : 1)),
            inCycle: [...schedule.inCycle].sort(),
            assets: [...schedule.assets].sort(([a], [b]) => (a < b ? -1 : 1)),
        },
        projection,
    });
}

function toldOf(plan: Plan): string {
    return JSON.stringify({
        ...plan,
        names: [...plan.names].sort(([a], [b]) => (a < b ? -1 : 1)),
        libraries: [],
        shelf: null,
    });
}

/** A workspace of two plans that somebody works in: what the files hold, beside what the workspace remembers. */
class Desk {
    readonly workspace = fresh();
    private readonly files = new Map<string, string>();
    private made = 0;
    /** The plans in which something was done since they were compared. */
    private touched = new Set<string>();

    write(file: string, text: string): void {
        this.files.set(file, text);
        this.workspace.setFile(file, text);
        this.touched.add(file.split('/')[0]!);
    }

    take(next: Step): void {
        const names = [...this.files.keys()];
        if (next.kind === 'create') {
            this.write(`${ROOTS[this.made % 2]}/baru-${this.made++}.smartcity`, next.texts.join('\n'));
            return;
        }
        const file = names[next.file % Math.max(1, names.length)];
        if (file === undefined) {
            return;
        }
        const text = this.files.get(file)!;
        const parts = text.split(SEPARATOR);
        switch (next.kind) {
            case 'write':
                parts[next.place % parts.length] = next.text;
                this.write(file, parts.join(SEPARATOR));
                break;
            case 'insert':
                parts.splice(next.place % (parts.length + 1), 0, next.text);
                this.write(file, parts.join(SEPARATOR));
                break;
            case 'delete':
                parts.splice(next.place % parts.length, 1);
                this.write(file, parts.join(SEPARATOR));
                break;
            case 'move': {
                const to = names[next.to % names.length]!;
                const [part = ''] = parts.splice(next.place % parts.length, 1);
                this.write(file, parts.join(SEPARATOR));
                this.write(to, `${part}${SEPARATOR}${this.files.get(to)!}`);
                break;
            }
            case 'type': {
                const at = next.place % (text.length + 1);
                this.write(file, text.slice(0, at) + next.letters + text.slice(at + next.drop));
                break;
            }
            default:
                this.files.delete(file);
                this.workspace.removeFile(file);
                this.touched.add(file.split('/')[0]!);
                if (next.kind === 'rename') {
                    this.write(file.replace(/[^/]*$/, `lain-${this.made++}.smartcity`), text);
                }
        }
    }

    /** Lets the workspace remember how things are. */
    check(): void {
        for (const root of ROOTS) {
            this.workspace.check(root);
        }
    }

    /** Compares what the workspace tells with what a new one does that has only ever seen these files. */
    compare(): void {
        const cold = fresh();
        for (const file of [...this.files.keys()].sort()) {
            cold.setFile(file, this.files.get(file)!);
        }
        const roots = this.touched;
        this.touched = new Set();
        for (const root of roots) {
            expect(toldOf(this.workspace.plan(root))).toBe(toldOf(cold.plan(root)));
            expect(told(this.workspace.check(root))).toBe(told(cold.check(root)));
        }
    }
}

const SEPARATOR = '\n\n';

function fresh(): Workspace {
    const workspace = new Workspace(TODAY);
    for (const root of ROOTS) {
        workspace.setSettings(root, SETTINGS[root]);
    }
    return workspace;
}

describe('a workspace', () => {
    it('tells after any edits what a fresh one tells', { timeout: 1_200_000 }, () => {
        fc.assert(
            fc.property(
                fc.array(firstDeclarations, { minLength: 2, maxLength: 3 }),
                fc.array(step, { minLength: 2, maxLength: 4 }),
                (files, steps) => {
                    const desk = new Desk();
                    files.forEach((declarations, place) => {
                        desk.write(`${ROOTS[place % 2]}/bagian-${place}.smartcity`, declarations.join(SEPARATOR));
                    });
                    desk.check();
                    for (const next of steps) {
                        desk.take(next);
                        desk.compare();
                    }
                },
            ),
            { numRuns: 120, seed: 20261124 },
        );
    });
});
