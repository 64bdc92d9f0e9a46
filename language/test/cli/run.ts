import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The bin as people get it. */
export const BIN = resolve(import.meta.dirname, '../../../dist/smartcity.cjs');

/** What a run of the bin left behind. */
export interface Ran {
    readonly status: number | null;
    readonly out: string;
    readonly err: string;
}

/** Folder and environment of a run. */
export interface Place {
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
}

/** A folder with files that goes when its test ends; names ending in `/` are empty folders. */
export function folder(files: Readonly<Record<string, string | Buffer>>): string {
    const root = mkdtempSync(join(tmpdir(), 'smartcity-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) {
        const path = join(root, name);
        mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
        if (!name.endsWith('/')) {
            writeFileSync(path, text);
        }
    }
    return root;
}

/** Runs the bin on a fixed day, without what the environment says of colours and days. */
export function run(place: string | Place, ...words: string[]): Ran {
    const { cwd, env = {} } = typeof place === 'string' ? { cwd: place } : place;
    const { NO_COLOR: _color, FORCE_COLOR: _force, SOURCE_DATE_EPOCH: _epoch, ...rest } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
        cwd,
        env: { ...rest, SOURCE_DATE_EPOCH: '1577836800', ...env },
        encoding: 'utf8',
        // A command that never ends must not hold up everything else: its status is null then.
        timeout: 20_000,
        killSignal: 'SIGKILL',
        maxBuffer: 64 * 1024 * 1024,
    });
    return { status, out: stdout, err: stderr };
}

/** The JSON answer of a command. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests are about
export function json(place: string | Place, ...words: string[]): any {
    return JSON.parse(run(place, ...words, '--format', 'json').out);
}

/** A small plan, complete but for what a test adds. */
export const CITY = `masterplan kota "Masterplan kota contoh" { period 2020..2029  target ladder 3 by 2022  target none-of duplicate-service by 2023 }
dimension governance "Smart Governance" { element service "Pelayanan" }
framework ladder "Tangga" { scale 1..3 staged  aggregate mean  indicator service "Pelayanan" measures governance }
fund apbd "APBD Kota"
audience residents "Warga"
opd kominfo "Dinas Kominfo" { mandate "2.16" }
opd dukcapil "Dinas Dukcapil" { mandate "2.12" }
data population "Data kependudukan" { producer dukcapil  since 2019 }
service letters "Surat" { owner dukcapil  serves residents }
service complaints "Aduan" { owner kominfo  serves residents }
`;

/** Two programs of two agencies that deliver the same service: one \`duplicate-service\`. */
export const DOUBLE = `program room "Ruang aduan 🏙 kota" {
    owner kominfo  partners dukcapil  element governance.service  quick-win
    start 2020-07  duration 6 months  delivers complaints  needs population
    activity build "Membangun" { duration 2 months }
    budget 2020 Rp 1 juta from apbd
    kpi time "Waktu tanggap" unit "jam" from 72 to 24 by 2022
    raises ladder.service to 2
}
program line "Pusat panggilan" {
    owner dukcapil  element governance.service  after room
    start 2020-07  duration 12 months  delivers complaints
    budget 2021 Rp 1 juta from apbd
    kpi calls "Panggilan" unit "kali" from 0 to 9 by 2022
}
`;
