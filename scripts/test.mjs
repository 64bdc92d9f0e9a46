/**
 * `npm test`: sets everything up, checks types and lint, and runs every test. The last line is `N passed, N failed`,
 * with `, N skipped` after it where there are any; a type or lint complaint counts as one failed.
 * Words after `npm test --` name the test files to run; without them the extension is tested in a real VS Code too.
 */
import { countComplaints } from './check.mjs';
import { build, enterProject, install } from './setup.mjs';

/** Test files run beside each other by so many processes: more do not help on small machines. */
const WORKERS = 2;

enterProject();
let passed = 0;
let failed = 0;
let skipped = 0;
if (!install()) {
    failed += 1;
} else {
    if (!build()) {
        failed += 1;
    }
    failed += countComplaints();
    const files = process.argv.slice(2);
    await runTests(files);
    if (files.length === 0) {
        await runInEditor();
    }
}
const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
process.stdout.write(line, () => process.exit(failed > 0 ? 1 : 0));

/** Runs the tests and adds them to the sums. Tests that cannot even be started count as one failed. */
async function runTests(files) {
    try {
        const { startVitest } = await import('vitest/node');
        const counter = { onTestRunEnd: count };
        const options = { watch: false, maxWorkers: WORKERS, reporters: ['default', counter] };
        const vitest = await startVitest('test', files, options);
        await vitest.close();
        if (passed + failed + skipped === 0) {
            console.error('No test was found.');
            failed += 1;
        }
    } catch (error) {
        console.error(error);
        failed += 1;
    }
    // Vitest sets it as well; ours counts.
    process.exitCode = 0;
}

/**
 * Runs the suite of the extension in a real VS Code, and adds it to the sums. A machine on which none can be had has one
 * failed test: it is never taken for passed.
 */
async function runInEditor() {
    const { runExtensionSuite } = await import('./vscode-suite.mjs');
    const suite = await runExtensionSuite();
    passed += suite.passed;
    failed += suite.failed;
}

/** Adds up one run: each test, and each test file or stray error that is wrong beside its tests. */
function count(modules, strayErrors) {
    for (const module of modules) {
        failed += module.errors().length;
        for (const suite of module.children.allSuites()) {
            failed += suite.errors().length;
        }
        for (const test of module.children.allTests()) {
            const { state } = test.result();
            if (state === 'passed') {
                passed += 1;
            } else if (state === 'skipped') {
                skipped += 1;
            } else {
                failed += 1;
            }
        }
    }
    failed += strayErrors.length;
}
