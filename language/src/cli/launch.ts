import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import './pace.ts';

/*
 * What the engine made of the program when it was built is kept beside it, so that a start need not read two million
 * letters of program anew: about a third of the time of a small check. Another engine, or one with other settings than
 * the builder's, finds that by itself and reads the program as usual; so does a copy without the file.
 */

/** The program itself, and what the engine made of it. */
const PROGRAM = join(__dirname, 'smartcity-program.cjs');
const CODE_CACHE = join(__dirname, 'smartcity-program.cache');

function readCodeCache(): Buffer | undefined {
    try {
        return readFileSync(CODE_CACHE);
    } catch {
        return undefined;
    }
}

const cachedData = readCodeCache();

/** The program as the engine took it. The build asks it, once it has run, for what is to be kept. */
export const script = new Script(wrap(readFileSync(PROGRAM, 'utf8')), {
    filename: PROGRAM,
    ...(cachedData === undefined ? {} : { cachedData }),
});

const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
