import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Counters } from './counters.ts';
import { endure } from './endurance.ts';
import { PROPERTIES } from './properties.ts';
import { type Broken, tryProperty } from './run.ts';

/**
 * `npm run fuzz -- --minutes N [--seed S] [--only PART-OF-A-NAME]`, or `npm run fuzz -- --endurance`: tries every property in turn on ever new inputs, and
 * prints what was tried. What breaks is printed with its seed, and written whole below `out/fuzz/`. Ends with 1 when
 * anything broke.
 */
const { values } = parseArgs({
    options: {
        minutes: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string', default: '' },
        endurance: { type: 'boolean', default: false },
    },
});
async function main(): Promise<void> {
    const until = Date.now() + Number(values.minutes) * 60_000;
    const wanted = PROPERTIES.filter((each) => each.name.includes(values.only));
    const tried = wanted.map((property) => ({ property, counters: new Counters(), broken: [] as Broken[] }));

    const first = Number(values.seed);
    let seed = first;
    for (; Date.now() < until; seed++) {
        for (const { property, counters, broken } of tried) {
            const failure = await tryProperty(property, property.rare === true ? 1 : 20, seed, counters, until);
            if (failure !== undefined) {
                broken.push(failure);
                report(failure);
            }
            if (Date.now() >= until) {
                break;
            }
        }
    }
    console.log(`Seeds ${first} to ${Math.max(first, seed - 1)}.`);
    for (const { property, counters, broken } of tried) {
        const { inputs, units, edits, checks, slowest } = counters;
        console.log(
            `${property.name}: ${inputs} inputs (${Math.round(units / 1e6)} million characters), ${edits} edits, ` +
                `${checks} plans checked, slowest input ${Math.round(slowest)} ms, ${broken.length} failures`,
        );
    }
    const sum = (count: (each: Counters) => number): number =>
        tried.reduce((all, { counters }) => all + count(counters), 0);
    const failures = tried.reduce((all, { broken }) => all + broken.length, 0);
    console.log(
        `${sum((each) => each.inputs)} inputs, ${sum((each) => each.edits)} edits, ${sum((each) => each.checks)} plans checked, ${failures} failures`,
    );
    process.exitCode = failures > 0 ? 1 : 0;
}

/** One long session instead: the memory that it needs must not grow with its edits. */
async function endureLong(): Promise<void> {
    const { edits, early, late, handles } = await endure(20_000);
    const growth = (100 * (late - early)) / early;
    console.log(
        `${edits} edits over 50 files: ${(early / 1e6).toFixed(1)} MB after ${edits / 20} edits, ` +
            `${(late / 1e6).toFixed(1)} MB at the end (${growth.toFixed(1)} %), handles left: ${handles.join(', ') || 'none'}`,
    );
    process.exitCode = growth > 10 || handles.length > 0 ? 1 : 0;
}

void (values.endurance ? endureLong() : main());

function report({ property, seed, input, reason }: Broken): void {
    mkdirSync('out/fuzz', { recursive: true });
    const file = `out/fuzz/${property.replace(/\W+/g, '-')}-${seed}.json`;
    writeFileSync(file, `${JSON.stringify(input, null, 2)}\n`);
    console.error(
        `${property} broke with seed ${seed} (input in ${file}):\n${reason.split('\n').slice(0, 6).join('\n')}\n`,
    );
}
