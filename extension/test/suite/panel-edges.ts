import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bar, has, openPreview, PROGRAMS, row, setTheme, show, text } from './page.ts';
import { activated, at, find, open, replace, restore } from './plan.ts';
import { type Test, until } from './run.ts';
import { ask, preview, shot } from './screen.ts';

/** What the preview has to stand: every theme, hostile names, many programs, and a reload of the window. */
export const edges: readonly Test[] = [
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
        'scrolls through 2,000 programs and builds only the rows in sight',
        async () => {
            const folder = at('huge');
            const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
            await vscode.workspace.fs.createDirectory(folder);
            await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'smartcity.json'), encode('{}'));
            await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'plan.smartcity'), encode(largePlan(2000)));
            await openPreview();
            await open('huge/plan.smartcity');
            await preview.wait(`document.body.dataset.programs === '2000' && ${has(row('p0'))}`, 30_000);
            const seen = await preview.look<{ median: number; most: number; last: boolean }>(
                `(async () => {
                    const stage = document.querySelector('#stage');
                    const times = [];
                    let most = 0;
                    let last = performance.now();
                    for (let step = 0; step < 100; step++) {
                        stage.scrollTop = (step / 99) * stage.scrollHeight;
                        await new Promise((done) => requestAnimationFrame(done));
                        times.push(performance.now() - last);
                        last = performance.now();
                        most = Math.max(most, document.querySelectorAll('.row').length);
                    }
                    const end = document.querySelector('.row[data-row="p1999"]') !== null;
                    return { median: times.sort((a, b) => a - b)[50], most, last: end };
                })()`,
            );
            await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
            assert.ok(seen.last && seen.most < 100, JSON.stringify(seen));
            assert.ok(seen.median < 100, JSON.stringify(seen));
            return `${seen.median.toFixed(0)} ms a frame, at most ${seen.most} rows`;
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
