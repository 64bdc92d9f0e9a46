import { dayOf } from '../src/plan/calendar.ts';
import { DEFAULT_CONFIG } from '../src/plan/config.ts';
import { Workspace } from '../src/workspace.ts';
import { city } from './city.ts';

/** What somebody does to the text of a file; the number makes each edit another one. */
type Change = (text: string, number: number) => string;

const CHANGES: Readonly<Record<string, Change>> = {
    comment: (text, number) => `// catatan ${number}\n${text}`,
    title: (text, number) => text.replace(/^(program p\d+ ")/m, `$1Baru ${number} `),
    description: (text, number) => text.replace(/description "/, `description "Tambahan ${number} `),
    budget: (text, number) => text.replace(/budget (\d+) Rp \d+/, `budget $1 Rp ${number + 17}`),
    owner: (text, number) => text.replace(/owner o\d+ {2}element/, `owner o${number % 12}  element`),
    duration: (text, number) => text.replace(/duration \d+[^ ]* months/, `duration ${1 + (number % 19)} months`),
    'new program': (text, number) =>
        `${text}\nprogram baru${number} "Program baru ${number}" {\n    owner o1  element living.mobility\n    duration 3 months\n}\n`,
    'program gone': (text) => text.replace(/^program p\d+ "[\s\S]*?^}$/m, ''),
};

/** What the edits of one kind cost, in milliseconds of one thread, with all that is counted as work. */
export interface EditTimes {
    readonly kind: string;
    readonly median: number;
    readonly p95: number;
    readonly worst: number;
    /** The most declarations that one edit had judged again; `undefined` when one had all of them judged. */
    readonly judged: number | undefined;
    /** How many of the edits had the days of all programs worked out again. */
    readonly scheduled: number;
}

/** Edits a city in one file after the other, and asks for all findings after every edit. */
export function measureEdits(programs: number, files: number, edits: number): EditTimes[] {
    const texts = city({ programs, files });
    const names = Object.keys(texts);
    const workspace = new Workspace(dayOf(2021, 1, 1));
    workspace.setSettings('.', { config: DEFAULT_CONFIG, excludes: () => false, baseline: new Set() });
    for (const name of names) {
        workspace.setFile(name, texts[name]!);
    }
    workspace.check('.');
    let number = 0;
    const edit = (change: Change) => {
        const name = names[(number * 7 + 3) % names.length]!;
        texts[name] = change(texts[name]!, number++);
        const before = process.cpuUsage();
        workspace.setFile(name, texts[name]);
        const { work, byFile } = workspace.check('.');
        const { user, system } = process.cpuUsage(before);
        return { work, files: byFile.size, ms: (user + system) / 1000 };
    };
    // The first edit looks up who names whom, and the next ones still compile the program.
    for (const change of Object.values(CHANGES)) {
        edit(change);
        edit(change);
    }
    return Object.entries(CHANGES).map(([kind, change]) => {
        const all = Array.from({ length: edits }, () => edit(change)).sort((a, b) => a.ms - b.ms);
        const judged = all.map(({ work }) => work.judged);
        return {
            kind,
            median: all[edits >> 1]!.ms,
            p95: all[Math.floor(edits * 0.95)]!.ms,
            worst: all[edits - 1]!.ms,
            judged: judged.includes(undefined) ? undefined : Math.max(...judged.map((each) => each ?? 0)),
            scheduled: all.filter(({ work }) => work.scheduled).length,
        };
    });
}

/** Prints what an edit costs in growing cities, by kind of edit. */
export function run(): void {
    for (const [programs, files, edits] of [
        [1_000, 20, 60],
        [10_000, 200, 60],
        [100_000, 2_000, 20],
    ] as const) {
        for (const { kind, median, p95, worst, judged, scheduled } of measureEdits(programs, files, edits)) {
            console.log(
                `edit, ${programs} programs, ${kind}: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)}, ` +
                    `worst ${worst.toFixed(1)}; at most ${judged ?? 'all'} declarations judged, days anew ${scheduled} of ${edits}`,
            );
        }
    }
}
