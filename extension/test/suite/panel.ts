import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, find, findings, open, replace, restore } from './plan.ts';
import { type Test, until } from './run.ts';
import { ask, preview, shot } from './screen.ts';

const PROGRAMS = 'programs/governance.smartcity';

/** The row of a program, and its bar. */
const row = (name: string): string => `.row[data-row="${name}"]`;
const bar = (name: string): string => `${row(name)} .years [data-key="${name}"]`;
const has = (selector: string): string => `document.querySelector('${selector}') !== null`;
const text = (selector: string): string => `document.querySelector('${selector}')?.textContent`;

/** A view of the preview, drawn. */
async function show(view: 'roadmap' | 'maturity' | 'silos' | 'money'): Promise<void> {
    await preview.click(`#tab-${view}`);
    await preview.wait(`document.body.dataset.view === '${view}'`);
    if (view !== 'roadmap') {
        await preview.wait(has('figure svg'));
    }
}

async function setTheme(name: string, className: string): Promise<void> {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);
    await preview.wait(`document.body.classList.contains('${className}')`);
}

/** Opens the preview of Kota Kediri beside a file. */
async function openPreview(): Promise<void> {
    await open(PROGRAMS);
    await vscode.commands.executeCommand('smartcity.openPreview', 'roadmap');
    await preview.wait(
        `document.body.dataset.view === 'roadmap' && document.body.dataset.programs === '47' && ${has(row('city-fibre'))}`,
    );
}

/** Where the cursor stands after something led there. */
function cursor(): { readonly file: string; readonly offset: number } {
    const editor = vscode.window.activeTextEditor;
    return editor === undefined
        ? { file: '', offset: -1 }
        : { file: editor.document.uri.path, offset: editor.document.offsetAt(editor.selection.active) };
}

export const panel: readonly Test[] = [
    [
        'opens the preview beside the text, with the whole roadmap and what it comes to',
        async () => {
            await openPreview();
            const verdict = await preview.look<string>(text('.sc-verdict'));
            assert.match(verdict, /level/);
            const built = await preview.look<number>(`document.querySelectorAll('.row').length`);
            assert.ok(built > 10 && built < 60, `${built} rows are built`);
            assert.equal(vscode.window.activeTextEditor?.document.uri.path.endsWith(PROGRAMS), true);
        },
    ],
    [
        'follows an edit without loading its page again or touching other rows',
        async () => {
            await openPreview();
            const editor = await open(PROGRAMS);
            await preview.look(`window.mark = 'kept'; document.querySelector('${row('one-data')}').mark = 'kept'`);
            await replace(editor, 'Jaringan serat optik antar-OPD', 'Jaringan baru');
            await preview.wait(`${text(row('city-fibre'))}?.includes('Jaringan baru')`);
            const marks = await preview.look<string>(`window.mark + document.querySelector('${row('one-data')}').mark`);
            assert.equal(marks, 'keptkept');
            await restore(PROGRAMS);
            await preview.wait(`${text(row('city-fibre'))}?.includes('Jaringan serat')`);
        },
    ],
    [
        'keeps the last good picture and says so while the text is broken',
        async () => {
            await openPreview();
            const editor = await open(PROGRAMS);
            await replace(editor, 'program city-fibre "Jaringan', 'program city-fibre Jaringan');
            await preview.wait(`document.querySelector('.banner').hidden === false`);
            assert.match(await preview.look<string>(text('.banner')), /last good picture/);
            assert.equal(await preview.look(has(row('city-fibre'))), true);
            assert.equal(await preview.look('document.body.dataset.programs'), '47');
            await shot('preview-broken');
            await preview.click('#go-to-trouble');
            await until('the cursor at the trouble', () => cursor().file.endsWith(PROGRAMS) || undefined);
            await restore(PROGRAMS);
            await preview.wait(`document.querySelector('.banner').hidden === true`);
        },
    ],
    [
        'leads from a bar to its program, and marks the bar of the program that the cursor stands in',
        async () => {
            await openPreview();
            await open('masterplan.smartcity');
            await preview.click(bar('one-data'));
            const { document } = await until('the file of the program', () => {
                const editor = vscode.window.activeTextEditor;
                return editor?.document.uri.path.endsWith(PROGRAMS) ? editor : undefined;
            });
            const start = document.offsetAt(find(document, 'program one-data'));
            await until('the cursor at the program', () => cursor().offset === start || undefined);
            await preview.wait(has(`${row('one-data')}.chosen`));
            const editor = vscode.window.activeTextEditor!;
            const place = find(document, 'needs intra-network', 'program service-bus');
            editor.selection = new vscode.Selection(place, place);
            await preview.wait(has(`${row('service-bus')}.at-cursor`));
        },
    ],
    [
        'draws the lines of the chosen program, of all, or none',
        async () => {
            await openPreview();
            await preview.click(bar('city-fibre'));
            await preview.wait(`document.querySelectorAll('.links .sc-link').length > 0`);
            const chosen = await preview.look<number>(`document.querySelectorAll('.links .sc-link').length`);
            await preview.select('#links', 'all');
            await preview.wait(`document.querySelectorAll('.links .sc-link').length > ${chosen}`);
            await preview.select('#links', 'none');
            await preview.wait(`document.querySelectorAll('.links .sc-link').length === 0`);
            await preview.select('#links', 'chosen');
        },
    ],
    [
        'says in a card why a bar stands where it stands',
        async () => {
            await openPreview();
            await preview.hover(bar('service-bus'));
            await preview.wait(`document.querySelector('.card').hidden === false`);
            await preview.wait(`/Waits for/.test(${text('.card')})`);
        },
    ],
    [
        'groups, filters and folds',
        async () => {
            await openPreview();
            await preview.select('#group-by', 'opd');
            await preview.wait(has('.row.group[data-row="opd:bappeda"]'));
            await preview.select('#filter-opd', 'diskominfo');
            await preview.wait(`document.querySelectorAll('.row.group').length === 1`);
            await preview.fill('#find', 'serat');
            await preview.wait(`document.body.dataset.programs === '1'`);
            assert.match(await preview.look<string>(text('.count')), /1 of 47/);
            await preview.click('#clear');
            await preview.wait(`document.body.dataset.programs === '47'`);
            await preview.select('#filter-status', 'quick-win');
            await preview.wait(`Number(document.body.dataset.programs) < 47`);
            await preview.click('#clear');
            for (const [by, group] of [
                ['horizon', 'horizon:short'],
                ['fund', 'fund:apbd'],
                ['dimension', 'dimension:governance'],
            ]) {
                await preview.select('#group-by', by!);
                await preview.wait(has(`.row.group[data-row="${group}"]`));
            }
            await preview.click('.row.group[data-row="dimension:governance"]');
            await preview.wait(`!(${has(row('city-fibre'))})`);
            await preview.click('.row.group[data-row="dimension:governance"]');
            await preview.wait(has(row('city-fibre')));
        },
    ],
    [
        'is worked with the keyboard, and read as a table',
        async () => {
            await openPreview();
            await preview.press('#stage', 'Home');
            await preview.press('#stage', 'ArrowDown');
            await preview.wait(has(`${row('city-fibre')}[aria-selected="true"]`));
            const said = await preview.look<string>(
                `document.querySelector('${row('city-fibre')}').getAttribute('aria-label')`,
            );
            assert.match(said, /Jaringan serat optik/);
            await preview.press('#stage', 'Enter');
            await until('the cursor at the program', () => {
                const document = vscode.window.activeTextEditor?.document;
                return (
                    (document?.uri.path.endsWith(PROGRAMS) &&
                        cursor().offset === document.offsetAt(find(document, 'program city-fibre'))) ||
                    undefined
                );
            });
            await preview.click('#table');
            await preview.wait(`document.querySelectorAll('.tables tbody tr').length >= 47`);
            await preview.click('#table');
            await preview.wait(has(row('city-fibre')));
        },
    ],
    [
        'shows maturity, silos and money, and leads from their shapes and findings to the text',
        async () => {
            await openPreview();
            await show('maturity');
            assert.match(await preview.look<string>(text('figure')), /Smart Governance/);
            await preview.click('[data-key="row:garuda.governance"] .sc-name');
            await until('the clause that raises the level', () => {
                const editor = vscode.window.activeTextEditor;
                return editor?.document.lineAt(editor.selection.active.line).text.includes('raises garuda.governance');
            });
            await show('silos');
            assert.match(await preview.look<string>(text('.sc-verdict')), /two OPDs do the same work/);
            await preview.click('.sc-silo .sc-badge');
            await until(
                'the text behind the cell',
                () => cursor().file.endsWith('infrastructure.smartcity') || undefined,
            );
            await preview.click('.findings summary');
            await preview.click('.finding');
            await until('the cursor at a finding', () => findings(fileOf(cursor().file)).length > 0 || undefined);
            await preview.click('.findings summary');
            await show('money');
            await open('masterplan.smartcity');
            await preview.click('.sc-money-year [data-key^="money:"]');
            await until('the text behind the money', () => cursor().file.includes('/programs/') || undefined);
            await show('roadmap');
        },
    ],
    [
        'writes what is seen as SVG, PNG and HTML, and the whole plan as a page',
        async () => {
            await openPreview();
            const written = async (format: string): Promise<Uint8Array> => {
                const target = at(`seen.${format}`);
                await vscode.commands.executeCommand('smartcity.preview.export', format, target);
                const bytes = await vscode.workspace.fs.readFile(target);
                await vscode.workspace.fs.delete(target);
                return bytes;
            };
            const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
            assert.match(decode(await written('svg')), /^<svg xmlns=[\s\S]*Jaringan serat optik/);
            assert.match(decode(await written('html')), /^<!doctype html>[\s\S]*Jaringan serat optik/);
            const png = await written('png');
            assert.deepEqual([...png.slice(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
            assert.ok(png.length > 20_000, `${png.length} bytes`);
            const page = at('page.html');
            await vscode.commands.executeCommand('smartcity.exportPage', page);
            assert.match(decode(await vscode.workspace.fs.readFile(page)), /^<!doctype html>[\s\S]*Kota Kediri/);
            await vscode.workspace.fs.delete(page);
        },
    ],
    [
        'has a picture of every view in every kind of theme',
        async () => {
            await vscode.commands.executeCommand('workbench.action.closeSidebar');
            await openPreview();
            await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
            const editor = await open(PROGRAMS);
            const place = find(editor.document, 'owner diskominfo', 'program service-bus');
            editor.selection = new vscode.Selection(place, place);
            for (const [theme, className, name] of [
                ['Default Light Modern', 'vscode-light', 'light'],
                ['Default High Contrast', 'vscode-high-contrast', 'contrast'],
                ['Default Dark Modern', 'vscode-dark', 'dark'],
            ]) {
                await setTheme(theme!, className!);
                for (const view of ['maturity', 'silos', 'money', 'roadmap'] as const) {
                    await show(view);
                    await preview.look(`document.querySelector('#stage').scrollTo(0, 0)`);
                    await ask('settle');
                    await shot(`preview-${view}-${name}`);
                }
            }
        },
    ],
    [
        'shows names that hold HTML, scripts and quotes as the texts they are',
        async () => {
            await openPreview();
            const title = `<img src=x onerror=window.harm=1><script>window.harm=1</script>'\\"&amp;`;
            const folder = at('hostile');
            const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
            await vscode.workspace.fs.createDirectory(folder);
            await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'smartcity.json'), encode('{}'));
            await vscode.workspace.fs.writeFile(
                vscode.Uri.joinPath(folder, 'plan.smartcity'),
                encode(
                    `masterplan hostile "${title}" { period 2026..2027 }\n` +
                        `opd a "${title}"\nfund f "${title}"\ndimension d "${title}" { element e "${title}" }\n` +
                        `program p "${title}" { owner a  element d.e  start 2026  duration 6 months  budget 2026 Rp 1 juta from f }\n`,
                ),
            );
            await open('hostile/plan.smartcity');
            await preview.wait(`document.body.dataset.programs === '1' && ${has(row('p'))}`);
            for (const view of ['maturity', 'silos', 'money', 'roadmap'] as const) {
                await preview.click(`#tab-${view}`);
                await preview.wait(`document.body.dataset.view === '${view}'`);
            }
            await preview.hover(bar('p'));
            await preview.wait(`${text('.card')}.includes('<script>window.harm=1</script>')`);
            assert.equal(await preview.look(`typeof window.harm`), 'undefined');
            assert.equal(
                await preview.look(`document.querySelectorAll('#smartcity script, #smartcity img').length`),
                0,
            );
            const policy = await preview.look<string>(
                `document.querySelector('meta[http-equiv="Content-Security-Policy"]').content`,
            );
            assert.match(
                policy,
                /^default-src 'none'; script-src 'nonce-[^']+'; style-src [^;]*; img-src blob: data:$/,
            );
            await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
            await openPreview();
        },
    ],
    [
        'follows an edit within 100 ms of its findings, with 200 programs',
        async () => {
            await openPreview();
            const folder = at('large');
            const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
            await vscode.workspace.fs.createDirectory(folder);
            await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'smartcity.json'), encode('{}'));
            await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'plan.smartcity'), encode(largePlan(200)));
            const editor = await open('large/plan.smartcity');
            await preview.wait(`document.body.dataset.programs === '200' && ${has(row('p0'))}`);
            const { preview: own } = await activated();
            const uri = editor.document.uri.toString();
            const times: number[] = [];
            const whole: number[] = [];
            for (let round = 0; round < 7; round++) {
                let told = 0;
                const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
                    told ||= uris.some((each) => each.toString() === uri) ? performance.now() : 0;
                });
                const before = own.shownAt;
                const begin = performance.now();
                // Each round adds or takes away a finding, so that findings are told each time.
                const [from, to] = round % 2 === 0 ? ['owner o0  ', 'owner zz  '] : ['owner zz  ', 'owner o0  '];
                await replace(editor, from!, to!);
                await until('the picture after the findings', () => (told > 0 && own.shownAt > before) || undefined);
                listener.dispose();
                const painted = await preview.look<number>(`Number(document.body.dataset.painted)`);
                times.push(Math.max(0, own.shownAt - told) + painted);
                whole.push(own.shownAt - begin + painted);
                await new Promise((done) => setTimeout(done, 150));
            }
            // The machine does other things as well: the median of seven edits counts.
            const median = [...times].sort((a, b) => a - b)[3]!;
            await restore('large/plan.smartcity');
            await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
            assert.ok(median <= 100, `${times.map(Math.round).join(', ')} ms`);
            await openPreview();
            const all = [...whole].sort((a, b) => a - b)[3]!;
            return `median ${median.toFixed(0)} ms after the findings, ${all.toFixed(0)} ms after the edit`;
        },
    ],
    [
        'is left grouped by OPD, with a folded group, zoomed and scrolled, for the window to be loaded again',
        async () => {
            await openPreview();
            await preview.select('#group-by', 'opd');
            await preview.wait(has('.row.group[data-row="opd:bappeda"]'));
            await preview.click('.row.group[data-row="opd:bappeda"]');
            await preview.wait(`document.querySelector('.row.group[data-row="opd:bappeda"]').ariaExpanded === 'false'`);
            await preview.click('#zoom-in');
            await preview.look(`document.querySelector('#stage').scrollTop = 333`);
            await new Promise((done) => setTimeout(done, 1500));
        },
    ],
];

/** A file's name as tests use it. */
function fileOf(path: string): string {
    return path.slice(at('.').path.length).replace(/^\//, '');
}

/** A plan of so many programs in one file. */
function largePlan(programs: number): string {
    const lines = [
        'masterplan large "Kota besar" { period 2026..2035 }',
        'fund f "APBD"',
        'dimension d "D" { element e "E" }',
    ];
    for (let i = 0; i < 20; i++) {
        lines.push(`opd o${i} "Dinas ${i}" { mandate "2.${10 + i}" }`);
    }
    for (let i = 0; i < programs; i++) {
        const after = i >= 20 ? `  after p${i - 20}` : '';
        lines.push(
            `program p${i} "Program nomor ${i} kota besar" {`,
            `    owner o${i % 20}  element d.e  duration 6 months${after}`,
            `    budget 2026 Rp ${100 + i} juta from f`,
            `    kpi k "Ukuran ${i}" unit "jam" from 9 to 3 by 2030`,
            '}',
        );
    }
    return `${lines.join('\n')}\n`;
}
