import { run as check } from './check.ts';
import { run as edit } from './edit.ts';
import { run as schedule } from './schedule.ts';
import { run as sectors } from './sectors.ts';
import { run as server } from './server.ts';
import { run as similarity } from './similarity.ts';
import { run as uncertainty } from './uncertainty.ts';

/** Runs every benchmark, or those named: `npm run bench -- check schedule`. Figures are printed, not asserted. */
const BENCHES = { check, edit, schedule, sectors, server, similarity, uncertainty };

async function runAll(wanted: readonly string[]): Promise<void> {
    for (const [name, run] of Object.entries(BENCHES)) {
        if (wanted.length === 0 || wanted.includes(name)) {
            await run();
        }
    }
}

void runAll(process.argv.slice(2));
