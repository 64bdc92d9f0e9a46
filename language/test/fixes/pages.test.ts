import { describe, expect, it } from 'vitest';
import type { Fix } from '../../src/fixes/fix.ts';
import { fixesOf } from '../../src/fixes/fixes.ts';
import { SAFE, WAYS } from '../../src/fixes/table.ts';
import { formatted } from '../../src/format/format.ts';
import type { Finding } from '../../src/plan/finding.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { FIXED_RULES } from '../../src/rules/names.ts';
import { examplesOf } from '../pages.ts';
import { textOf } from '../support.ts';
import { applied, count, faultsIn, newFixed, type Trial, tryPlan } from './trial.ts';

interface Offer {
    readonly finding: Finding;
    readonly fix: Fix;
    readonly after: Trial;
}

/** Everything that is offered for an example's findings of one rule, and of reading, with what comes of it. */
function offersFor(trial: Trial, rule: string): Offer[] {
    const asked = trial.checked.findings.filter((each) => each.rule === rule || FIXED_RULES.has(each.rule));
    return asked.flatMap((finding) =>
        fixesOf(trial.checked, finding, (file) => trial.files[file]).map((fix) => ({
            finding,
            fix,
            after: applied(trial, fix.edits),
        })),
    );
}

const named = ({ finding, fix }: Offer): string => `${finding.rule} · ${fix.title.en} · ${JSON.stringify(fix.edits)}`;
const offered = new Set<string>();

describe.each(RULES.map((rule) => [rule.name, rule] as const))('the page of %s', (_, rule) => {
    it.each(examplesOf(rule.page).map((example) => [example.heading, example] as const))('%s', (_heading, example) => {
        const trial = tryPlan(example.files, example.config, example.today);
        const offers = offersFor(trial, rule.name);
        for (const { finding, fix } of offers) {
            expect(faultsIn(trial, fix)).toEqual([]);
            expect(fix.edits).not.toEqual([]);
            expect(fix.title.en).not.toBe(fix.title.id);
            if (!fix.title.en.startsWith('Waive')) {
                offered.add(finding.rule);
            }
        }

        const breaking = offers.filter(({ finding, after }) => newFixed(trial, after, finding.rule).length > 0);
        expect(breaking.map(named)).toEqual([]);

        // Of several findings with the same words one has to go: fingerprints only number them.
        const failing = offers.filter(({ finding, fix, after }) => {
            const isAlike = (each: Finding) =>
                each.rule === finding.rule && String(each.subjects) === String(finding.subjects);
            return (fix.preferred === true || fix.safe) && count(after, isAlike) >= count(trial, isAlike);
        });
        expect(failing.map(named)).toEqual([]);

        const isStyled = Object.values(example.files).every((text) => formatted(text) === text);
        const isRead = !trial.checked.findings.some((finding) => finding.rule === 'syntax-error');
        const untidy = offers.filter(({ after }) =>
            Object.values(after.files).some((text) => formatted(text) !== text),
        );
        expect(isStyled && isRead ? untidy.map(named) : []).toEqual([]);
    });
});

it('has something to offer for all rules but those that only the city can answer', () => {
    const without = RULES.map(({ name }) => name).filter((name) => !offered.has(name));
    expect(without).toEqual([
        'empty-element',
        'many-masterplans',
        'no-quick-win',
        'unresolved-obstacle',
        'single-fund',
        'contested-kpi',
        'duplicate-code',
        'duplicate-service',
        'isolated-opd',
        'isolated-program',
        'overlapping-service',
        'similar-program',
    ]);
});

it('is all told in docs/fixes.md', () => {
    const rows = textOf('docs/fixes.md')
        .split('\n')
        .filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((line) => [...line.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map(([, rule]) => rule!));
    expect(told.sort()).toEqual(Object.keys(WAYS).sort());
    const safe = rows.filter((line) => line.split('|')[3]!.trim() !== '').map((line) => /`([a-z-]+)`/.exec(line)![1]!);
    expect(safe.sort()).toEqual([...SAFE].sort());
});
