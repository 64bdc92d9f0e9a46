import { describe, expect, test } from 'vitest';
import { Preview } from '../../src/lsp/preview.ts';
import { Lines } from '../../src/plan/origin.ts';
import { DEFAULT_OPTIONS, type PreviewOptions, type PreviewUpdate, VIEWS } from '../../src/protocol.ts';
import type { Checked } from '../../src/rules/check.ts';
import { checkOf } from '../support.ts';

const CITY = `
masterplan city "Kota" { period 2020..2024 }
fund apbd "APBD"
dimension d "Dimensi" { element e "Unsur" }
opd a "Dinas A" { mandate "2.15" }
opd b "Dinas B" { mandate "2.16" }
service s "Layanan" { owner a }
program first "Pertama" { owner a  element d.e  start 2020  duration 6 months  delivers s  budget 2020 Rp 10 juta from apbd }
program second "Kedua" { owner b  element d.e  after first  duration 3 months  needs s }
program third "Ketiga" { owner b  element d.e }
`;

/** Asks for a picture of a text, and gives what is sent. */
class Panel {
    text: string;
    readonly sent: PreviewUpdate[] = [];
    readonly preview: Preview;
    private checked: Checked;

    constructor(text: string) {
        this.text = text;
        this.checked = checkOf(text);
        this.preview = new Preview({
            roots: () => ['.'],
            rootOf: () => '.',
            checked: () => this.checked,
            locale: () => 'en',
            place: (at) => new Lines(this.text).place(at),
            send: (update) => this.sent.push(update),
            failed: (error) => {
                throw error;
            },
        });
    }

    watch(options: Partial<PreviewOptions> = {}, fresh = false): PreviewUpdate {
        this.preview.watch({ options: { ...DEFAULT_OPTIONS, ...options }, fresh });
        return this.sent.at(-1)!;
    }

    edit(text: string): PreviewUpdate {
        this.text = text;
        this.checked = checkOf(text);
        this.preview.refresh();
        return this.sent.at(-1)!;
    }
}

const rowsOf = (update: PreviewUpdate) => update.picture!.roadmap!.rows.map(({ key }) => key);
const changedIn = (update: PreviewUpdate) => Object.keys(update.picture!.markup).sort();

describe('what the panel is sent', () => {
    test('everything at first, and nothing that it has already', () => {
        const panel = new Panel(CITY);
        const first = panel.watch({}, true);
        expect(first.fresh).toBe(true);
        expect(rowsOf(first)).toEqual(['dimension:d', 'first', 'second']);
        expect(changedIn(first)).toEqual(
            ['foot', 'ground', 'head', 'row:dimension:d', 'row:first', 'row:second', 'targets', 'today'].sort(),
        );
        const again = panel.watch();
        expect(again.fresh).toBe(false);
        expect(changedIn(again)).toEqual([]);
        expect(again.picture!.places).toEqual({});
    });

    test('of an edit only the row that it changes, and the places that it moves', () => {
        const panel = new Panel(CITY);
        panel.watch({}, true);
        const moved = panel.edit(`// A line more.\n${CITY}`);
        expect(changedIn(moved)).toEqual([]);
        const [file, start] = moved.picture!.places.first!;
        expect(moved.picture!.files[file]).toBe('plan.smartcity');
        expect(panel.text.slice(start).startsWith('program first')).toBe(true);
        const changed = panel.edit(CITY.replace('Kedua', 'Kedua yang lain'));
        expect(changedIn(changed)).toEqual(['row:second']);
    });

    test('everything again when the panel is new', () => {
        const panel = new Panel(CITY);
        panel.watch({}, true);
        expect(changedIn(panel.watch({}, true)).length).toBe(8);
    });

    test('after the last good picture the trouble, until the text can be read again', () => {
        const panel = new Panel(CITY);
        panel.watch({}, true);
        const broken = panel.edit(CITY.replace('program first "Pertama"', 'program first Pertama'));
        expect(broken.trouble?.kind).toBe('broken');
        expect(panel.text.slice(broken.trouble!.start, broken.trouble!.end).length).toBeGreaterThan(0);
        expect(changedIn(broken)).toEqual([]);
        expect(rowsOf(broken)).toEqual(['dimension:d', 'first', 'second']);
        // The reader goes on working with the picture meanwhile.
        expect(rowsOf(panel.watch({ groupBy: 'opd' }))).toEqual(['opd:a', 'first', 'opd:b', 'second']);
        expect(panel.edit(CITY).trouble).toBeUndefined();
    });

    test('rows out of sight later, all of them', async () => {
        const programs = Array.from(
            { length: 300 },
            (_, i) => `program p${i} "Program ${i}" { element d.e  start 2020  duration 6 months }`,
        );
        const panel = new Panel(`dimension d "D" { element e "E" }\n${programs.join('\n')}`);
        const first = panel.watch({}, true);
        expect(rowsOf(first)).toHaveLength(301);
        expect(changedIn(first).filter((key) => key.startsWith('row:'))).toHaveLength(60);
        await expect
            .poll(
                () =>
                    panel.sent.flatMap((update) => Object.keys(update.picture?.markup ?? update.more?.markup ?? {}))
                        .length,
            )
            .toBe(301 + 5);
    });
});

describe('what the picture shows', () => {
    const panel = new Panel(CITY);
    panel.watch({}, true);

    test('only what passes the filter, and says how many of how many', () => {
        const filter = { ...DEFAULT_OPTIONS.filter, opd: 'b' };
        const shown = panel.watch({ filter });
        expect(rowsOf(shown)).toEqual(['dimension:d', 'second']);
        expect([shown.picture!.shown, shown.picture!.total]).toEqual([2, 3]);
        expect(rowsOf(panel.watch({ filter: { ...DEFAULT_OPTIONS.filter, text: 'PERTA' } }))).toEqual([
            'dimension:d',
            'first',
        ]);
        const undated = panel.watch({ filter: { ...DEFAULT_OPTIONS.filter, status: 'unscheduled' } });
        expect(rowsOf(undated)).toEqual([]);
        expect(undated.picture!.shown).toBe(1);
    });

    test('of a folded group only its summary', () => {
        expect(rowsOf(panel.watch({ closed: ['dimension:d'] }))).toEqual(['dimension:d']);
    });

    test('lines of the chosen program, of all, or none', () => {
        const linksOf = (options: Partial<PreviewOptions>) =>
            panel.watch(options).picture!.roadmap!.links.map(({ key }) => key);
        expect(linksOf({})).toEqual([]);
        expect(linksOf({ chosen: 'first' })).toEqual(['first>second']);
        expect(linksOf({ links: 'all' })).toEqual(['first>second']);
        expect(linksOf({ links: 'none', chosen: 'first' })).toEqual([]);
    });

    test.each(VIEWS)('the view %s, its findings, its table, and a file of it', (view) => {
        const { picture } = panel.watch({ view, table: true });
        expect(Object.keys(picture!.markup).length + (picture!.figures?.length ?? 1)).toBeGreaterThan(0);
        expect(picture!.table).toContain(view === 'maturity' ? '<h2' : '<table>');
        const options = { ...DEFAULT_OPTIONS, view };
        const html = panel.preview.export({ format: 'html', options, theme: 'light' }).text;
        const svg = panel.preview.export({ format: 'svg', options, theme: 'dark' });
        expect(svg.name).toBe(`city-${view}`);
        if (view !== 'maturity') {
            expect(html).toMatch(/^<!doctype html>[\s\S]*<svg /);
            expect(svg.text).toMatch(/^<svg xmlns=/);
        }
    });

    test('what is found about a shape, the worst first', () => {
        const found = panel.preview.why({ key: 'third' }).findings;
        expect(found.map(({ rule }) => rule)).toContain('unscheduled');
    });

    test('names that hold markup as texts', () => {
        const harm = new Panel(CITY.replaceAll('Pertama', `<script>alert('x')</script>`));
        const { picture } = harm.watch({ table: true }, true);
        expect(JSON.stringify(picture)).not.toContain('<script>');
        expect(picture!.markup['row:first']).toContain('&lt;script&gt;');
    });
});
