import fc from 'fast-check';
import { library } from '../src/libraries.ts';
import { assemble } from '../src/plan/assemble.ts';
import { type Day, dayOf } from '../src/plan/calendar.ts';
import { DEFAULT_CONFIG } from '../src/plan/config.ts';
import { type Checked, check } from '../src/rules/check.ts';
import { readFragment } from '../src/syntax/read.ts';
import { Workspace } from '../src/workspace.ts';
import { type Blow, blow, strike } from './damage.ts';
import { declarations } from './plan-text.ts';
import type { Property } from './property.ts';

/** The day of all runs. */
export const TODAY: Day = dayOf(2022, 6, 1);

/** Texts of files, by name, as a plan that was checked. */
export function checkTexts(texts: Readonly<Record<string, string>>): Checked {
    const fragments = Object.entries(texts).map(([file, text]) => readFragment(file, text));
    return check(assemble('.', DEFAULT_CONFIG, fragments, library), TODAY);
}

/** Everything a finding says, with the words at its places instead of where they stand. */
export function said(checked: Checked, texts: Readonly<Record<string, string>>): string[] {
    const words = ({ file, start, end }: { file: string; start: number; end: number }): string =>
        texts[file]?.slice(start, end) ?? file;
    return checked.findings
        .map((finding) =>
            JSON.stringify([
                finding.rule,
                finding.severity,
                finding.message.en,
                finding.message.id,
                finding.subjects,
                finding.evidence.map((each) => `${each.label}=${each.value}`),
                finding.from,
                finding.to,
                finding.waived,
                finding.fingerprint,
                words(finding.at),
            ]),
        )
        .sort();
}

/** The same declarations in other files and another order give the same findings, the same roadmap and the same levels. */
export const order: Property = {
    name: 'order of files and declarations',
    build: (counters) =>
        fc.property(declarations, fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }), (all, keys) => {
            const one = { 'plan.smartcity': `${all.join('\n')}\n` };
            const shuffled = all.map((text, i) => ({ text, key: keys[i]! })).sort((a, b) => a.key - b.key);
            const several: Record<string, string> = {};
            for (const { text, key } of shuffled) {
                const file = `${['z', 'a', 'm'][key % 3]}.smartcity`;
                several[file] = `${several[file] ?? ''}${text}\n`;
            }
            counters.checks += 2;
            const before = checkTexts(one);
            const after = checkTexts(several);
            same(said(before, one), said(after, several), 'findings');
            same(
                before.analysis.schedule.programs.map((each) => [
                    each.program.name,
                    each.start,
                    each.finish,
                    each.slack,
                    each.critical,
                ]),
                after.analysis.schedule.programs.map((each) => [
                    each.program.name,
                    each.start,
                    each.finish,
                    each.slack,
                    each.critical,
                ]),
                'roadmap',
            );
            same(linesOf(before), linesOf(after), 'levels');
        }),
};

/** The lines of all frameworks, without places. */
export function linesOf(checked: Checked): unknown {
    return checked.analysis.projection.frameworks.map((each) => [
        each.framework.name,
        each.steps,
        each.indicators.map((line) => line.steps),
    ]);
}

/** One change of one of three files: new text by a blow, the file taken away, or brought back. */
interface Change {
    readonly file: number;
    readonly fate: number;
    readonly blow: Blow;
}

const changes = fc.array(fc.record({ file: fc.nat(2), fate: fc.nat(9), blow }) as fc.Arbitrary<Change>, {
    minLength: 1,
    maxLength: 25,
});

/** A workspace that was edited, and one that reads the same texts afresh, find the same to the letter. */
export const incremental: Property = {
    name: 'incremental equals cold',
    build: (counters) =>
        fc.property(declarations, declarations, changes, (first, second, all) => {
            const files = ['a.smartcity', 'b.smartcity', 'c.smartcity'];
            const texts = new Map([
                [files[0]!, `${first.join('\n')}\n`],
                [files[1]!, `${second.join('\n')}\n`],
            ]);
            const edited = workspaceOf(texts);
            edited.check('.');
            for (const { file, fate, blow: each } of all) {
                const name = files[file]!;
                if (fate === 0) {
                    texts.delete(name);
                    edited.removeFile(name);
                } else {
                    texts.set(name, strike(texts.get(name) ?? '', each, [...texts.values()].join('\n')).slice(0, 6000));
                    edited.setFile(name, texts.get(name)!);
                }
                counters.edits++;
                counters.checks++;
                same(whole(edited), whole(workspaceOf(texts)), 'findings');
            }
        }),
};

function workspaceOf(texts: ReadonlyMap<string, string>): Workspace {
    const workspace = new Workspace(TODAY);
    workspace.setSettings('.', { config: DEFAULT_CONFIG, excludes: () => false, baseline: new Set() });
    for (const [file, text] of texts) {
        workspace.setFile(file, text);
    }
    return workspace;
}

/** All that a reader could see of a plan's findings, places too. */
function whole(workspace: Workspace): unknown {
    return workspace.check('.').findings.map(({ message, related, ways, ...rest }) => ({
        ...rest,
        message: [message.en, message.id],
        related: related.map((each) => [each.message.en, each.at]),
        ways: ways.map((each) => each.en),
    }));
}

/** Holds that two values are the same, and says what of them is not. */
export function same(a: unknown, b: unknown, what: string): void {
    const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
    if (left !== right) {
        let at = 0;
        while (left[at] === right[at]) {
            at++;
        }
        throw new Error(
            `${what} differ: …${left.slice(Math.max(0, at - 200), at + 200)}… and …${right.slice(Math.max(0, at - 200), at + 200)}…`,
        );
    }
}
