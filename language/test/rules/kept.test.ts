import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/plan/config.ts';
import type { Finding } from '../../src/plan/finding.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { examplesOf } from '../pages.ts';
import { checkOf } from '../support.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The findings of each rule's examples, with the plan of each that nobody holds any more unless a finding does. */
function examine(): { readonly kept: readonly Finding[]; readonly plan: WeakRef<Plan>; readonly rule: string }[] {
    return RULES.flatMap((rule) =>
        examplesOf(rule.page).map((example) => {
            const checked = checkOf(example.files, { ...DEFAULT_CONFIG, ...example.config }, example.today);
            const kept = checked.findings.filter((finding) => finding.rule === rule.name);
            return { rule: rule.name, kept, plan: new WeakRef(checked.analysis.plan) };
        }),
    );
}

// An editor's session lasts all day: a sentence that holds one version of a plan holds all that came after.
it('no finding holds the plan it was found in', async () => {
    const all = examine().filter(({ kept }) => kept.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
    expect(all.length).toBeGreaterThan(RULES.length);
    const holding = all.filter(({ plan }) => plan.deref() !== undefined).map(({ rule }) => rule);
    expect([...new Set(holding)].sort()).toEqual([]);
    expect(all.every(({ kept }) => kept.every(({ message }) => message.en.length > 0))).toBe(true);
});
