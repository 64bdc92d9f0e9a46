import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { TrendFigures } from '../../render/trend/figures.ts';

/** What nobody asked for in so many days is thrown away. */
const KEPT_DAYS = 30;

/** Where programs of this user keep what they can compute again, by the custom of each system. */
export function cacheFolder(): string {
    const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
    // The custom asks to ignore relative paths.
    if (xdg !== undefined && isAbsolute(xdg)) {
        return join(xdg, 'smartcity');
    }
    if (process.platform === 'win32' && local !== undefined) {
        return join(local, 'smartcity', 'Cache');
    }
    return process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches', 'smartcity')
        : join(homedir(), '.cache', 'smartcity');
}

/**
 * Figures of plans that were computed before, by everything they depend on. A file that is damaged, or of another
 * program, is as good as none; a folder that cannot be written costs only time.
 */
export class TrendCache {
    private readonly folder: string;

    /** `seed` is what all figures depend on: the program's own version, the day. */
    constructor(
        folder: string,
        private readonly seed: string,
    ) {
        this.folder = join(folder, 'trend');
    }

    /** The figures of a plan by its contents. */
    get(contents: string): TrendFigures | undefined {
        const file = this.fileOf(contents);
        try {
            const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
            if (!areFigures(json)) {
                return undefined;
            }
            const now = new Date();
            utimesSync(file, now, now);
            return json;
        } catch {
            return undefined;
        }
    }

    /** Keeps figures: written beside their place first, so that a half-written file is never found there. */
    put(contents: string, figures: TrendFigures): void {
        const file = this.fileOf(contents);
        const beside = `${file}.${process.pid}.part`;
        try {
            mkdirSync(this.folder, { recursive: true });
            writeFileSync(beside, JSON.stringify(figures));
            renameSync(beside, file);
        } catch {
            drop(beside);
        }
    }

    /** Throws away what nobody asked for lately. */
    clean(): void {
        try {
            const limit = Date.now() - KEPT_DAYS * 86_400_000;
            for (const name of readdirSync(this.folder)) {
                const file = join(this.folder, name);
                if (statSync(file).mtimeMs < limit) {
                    rmSync(file, { force: true });
                }
            }
        } catch {
            // Without a folder there is nothing to throw away.
        }
    }

    private fileOf(contents: string): string {
        const hash = createHash('sha256').update(`${this.seed}\n${contents}`).digest('hex');
        return join(this.folder, `${hash}.json`);
    }
}

function drop(file: string): void {
    try {
        rmSync(file, { force: true });
    } catch {
        // Where nothing can be written there is nothing to take away.
    }
}

function areFigures(json: unknown): json is TrendFigures {
    const { programs, money, targets, silos, findings } = (json ?? {}) as Partial<TrendFigures>;
    const isNumber = (value: unknown): boolean => typeof value === 'number';
    return (
        isNumber(programs) &&
        isNumber(money) &&
        Array.isArray(targets) &&
        targets.every((each) => typeof each?.of === 'string' && typeof each.by === 'string' && isNumber(each.value)) &&
        isNumber(silos?.doubles) &&
        isNumber(silos?.isolatedOpds) &&
        isNumber(findings?.error) &&
        isNumber(findings?.warning) &&
        isNumber(findings?.info) &&
        isNumber(findings?.waived)
    );
}
