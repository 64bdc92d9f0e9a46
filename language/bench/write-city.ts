import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { city } from './city.ts';

/** Writes a city into a folder, to time the command line as a whole process. */
const { values } = parseArgs({
    options: {
        programs: { type: 'string', default: '10000' },
        files: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        alike: { type: 'boolean', default: false },
        out: { type: 'string' },
    },
});
if (values.out === undefined) {
    console.error('usage: write-city --programs N --files N [--seed N] [--alike] --out DIR');
    process.exitCode = 2;
} else {
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, 'smartcity.json'), '{}\n');
    const texts = city({
        programs: Number(values.programs),
        files: Number(values.files),
        seed: Number(values.seed),
        isAlike: values.alike,
    });
    for (const [file, text] of Object.entries(texts)) {
        writeFileSync(join(values.out, file), text);
    }
}
