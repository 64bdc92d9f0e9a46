import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bar, cursor, has, openPreview, PROGRAMS, row, show, text } from './page.ts';
import { at, find, findings, open, replace, restore } from './plan.ts';
import { type Test, until } from './run.ts';
import { preview, shot } from './screen.ts';

/** What one does with the preview of a city. */
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
];

/** A file's name as tests use it. */
function fileOf(path: string): string {
    return path.slice(at('.').path.length).replace(/^\//, '');
}
