import type { Command } from 'commander';
import { addDerived } from '../derived.ts';
import { writeMaturityJson, writeMaturityText } from '../formats/maturity.ts';

/** `smartcity maturity [path]`: the levels that follow from a plan, and its targets. */
export function defineMaturity(program: Command): void {
    addDerived(program, {
        name: 'maturity',
        description: 'the levels that follow from a plan, and its targets',
        writeJson: writeMaturityJson,
        writeText: writeMaturityText,
    });
}
