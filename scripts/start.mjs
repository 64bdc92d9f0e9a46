/**
 * `npm start`: sets everything up and shows what Smartcity makes of a real city's plan, Kota Kediri's.
 * Ends with 0 although the plan has errors (they are what is to be seen); ends with 1 when something breaks.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { BIN, build, enterProject, install } from './setup.mjs';

const PLAN = 'examples/kediri';
const OUT = 'out/kediri';

/** How much of each report is shown; the whole of it is one command away. */
const SHOWN_LINES = 28;

/** The highest exit code of `smartcity` that still means "it worked": 0 nothing found, 1 something found. */
const FOUND = 1;

/** A finding's first line, and the line that adds them up. */
const FINDING = /^(error|warning|info)\[/;
const SUMS = /^\d+ errors?, /;

enterProject();
if (!install() || !build()) {
    process.exit(1);
}

const check = run('check', PLAN);
show('What the check finds', headlines(check), `check ${PLAN}`);
const roadmap = run('roadmap', PLAN);
show('The roadmap', roadmap, `roadmap ${PLAN}`);
const maturity = run('maturity', PLAN);
show('The maturity that follows', maturity, `maturity ${PLAN}`);
run('render', PLAN, '--out', OUT);

heading('Where to look');
for (const file of readdirSync(OUT).sort()) {
    const kind = file.endsWith('.html') ? 'the whole plan on one page; open it in a browser' : 'picture';
    console.log(`  ${`${OUT}/${file}`.padEnd(36)} ${kind} (${Math.ceil(statSync(`${OUT}/${file}`).size / 1024)} KB)`);
}
console.log(`\nYour own plan:  node ${BIN} check path/to/plan\n`);

/** What one command of the built `smartcity` prints. Ends the run when the command breaks. */
function run(...words) {
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [BIN, ...words], {
        encoding: 'utf8',
        // The report is read here line by line, and some machines that build ask for colours everywhere.
        env: { ...process.env, NO_COLOR: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 64 * 1024 * 1024,
    });
    if (error !== undefined || status === null || status > FOUND) {
        process.stderr.write(stdout + stderr);
        console.error(
            `smartcity ${words.join(' ')} broke (${error === undefined ? `exit code ${status}` : error.message}).`,
        );
        process.exit(1);
    }
    return stdout;
}

/** Prints the beginning of a report under a heading, and how to get the rest. */
function show(title, text, command) {
    heading(title);
    const lines = text.trimEnd().split('\n');
    console.log(lines.slice(0, SHOWN_LINES).join('\n'));
    if (lines.length > SHOWN_LINES) {
        console.log(`\n  ... ${lines.length - SHOWN_LINES} more lines: node ${BIN} ${command}`);
    }
}

/** The first line of each finding and the sums: where, why and the ways out are left to the full report. */
function headlines(report) {
    return report
        .split('\n')
        .filter((line) => FINDING.test(line) || SUMS.test(line))
        .join('\n');
}

function heading(title) {
    console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}\n`);
}
