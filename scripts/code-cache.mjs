/**
 * Part of the build: runs the built command line once on an example, and keeps beside it what the engine made of the
 * program meanwhile. A start takes that instead of reading the program anew (`language/src/cli/launch.ts`).
 */
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const CODE_CACHE = fileURLToPath(new URL('../dist/smartcity-program.cache', import.meta.url));
const BIN = fileURLToPath(new URL('../dist/smartcity.cjs', import.meta.url));

rmSync(CODE_CACHE, { force: true });
process.argv = [process.execPath, BIN, 'check', 'examples/kediri'];
process.stdout.write = () => true;
const { script } = createRequire(import.meta.url)(BIN);
process.on('exit', () => {
    writeFileSync(CODE_CACHE, script.createCachedData());
    // The example has findings; that is not what this run is about.
    process.exitCode = 0;
});
