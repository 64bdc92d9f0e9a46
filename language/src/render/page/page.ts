import { yearOf } from '../../plan/calendar.ts';
import type { Checked } from '../../rules/check.ts';
import { writeHtmlDocument } from '../html-document.ts';
import { type Child, element, lines, Markup } from '../markup.ts';
import { renderLevelGridSheets } from '../maturity/level-grid.ts';
import { renderMaturitySheets } from '../maturity/maturity.ts';
import { PICTURE_CSS } from '../picture-css.ts';
import { titleOf } from '../program-view.ts';
import { renderRoadmapSheets } from '../roadmap/roadmap.ts';
import { CAUTION, NO_LEVELS, showDay, showEnd } from '../words.ts';
import { writeFindings } from './findings.ts';
import { writeHeadline } from './headline.ts';
import { PAGE_CSS } from './page-css.ts';
import { writePlayed, writeScenario } from './scenario.ts';
import { details, figure, type PageContext, type PageOptions, section } from './section.ts';
import { writeMoney, writeSilos } from './silos-and-money.ts';
import { writeLevelTables, writeTables, writeTargetTable } from './tables.ts';
import { writeTargetStrip, writeVerdict } from './verdict.ts';

/**
 * The whole plan as one HTML page that needs nothing else: no network and no script, light or dark as the reader's
 * system asks, and fit for paper. The same plan, day and options give the same bytes.
 */
export function renderPage(checked: Checked, options: PageOptions): string {
    const { locale } = options;
    const context: PageContext = { checked, options, locale, say: (message) => message[locale] };
    const { masterplan } = checked.analysis.plan;
    const title = masterplan
        ? titleOf(masterplan)
        : context.say({ en: 'Smart-city masterplan', id: 'Rencana induk kota cerdas' });
    const body = element(
        'body',
        { class: 'sc' },
        new Markup('\n'),
        lines(
            writeHeader(context, title),
            element('main', {}, new Markup('\n'), lines(writeSections(context)), new Markup('\n')),
            element('footer', {}, CAUTION[locale]),
        ),
        new Markup('\n'),
    );
    return writeHtmlDocument({ title, locale, theme: options.theme, css: `${PICTURE_CSS}\n${PAGE_CSS}`, body });
}

function writeHeader(context: PageContext, title: string): Markup {
    const { checked, locale, say, options } = context;
    const { masterplan } = checked.analysis.plan;
    const period = masterplan?.period;
    const facts = [
        masterplan?.region?.value,
        period && `${yearOf(period.from.first)}–${showEnd(period.to.last, locale)}`,
        `${say({ en: 'as of', id: 'per' })} ${showDay(options.today ?? checked.analysis.today, locale)}`,
    ];
    return element(
        'header',
        {},
        lines(
            element('p', { class: 'sc-facts' }, facts.filter((fact) => fact !== undefined).join(' · ')),
            element('h1', {}, title),
            writePlayed(context),
            masterplan?.tagline ? element('p', { class: 'sc-tagline' }, masterplan.tagline.value) : undefined,
            masterplan?.vision
                ? element(
                      'p',
                      { class: 'sc-vision' },
                      `${say({ en: 'Vision', id: 'Visi' })}: ${masterplan.vision.value}`,
                  )
                : undefined,
            writeVerdict(context),
            writeTargetStrip(context),
            writeHeadline(context),
            element('p', { class: 'sc-note' }, CAUTION[locale]),
            element(
                'nav',
                { 'aria-label': say({ en: 'Sections', id: 'Bagian' }) },
                anchorsOf(context).map(([anchor, name]) => element('a', { href: `#${anchor}` }, name)),
            ),
        ),
    );
}

function writeSections(context: PageContext): Child {
    const { checked, options, say } = context;
    const embedded = { ...options, embedded: true };
    const frameworks = renderMaturitySheets(checked, embedded);
    const levels = renderLevelGridSheets(checked, embedded);
    return [
        writeScenario(context),
        writeFindings(context),
        section(
            'roadmap',
            say({ en: 'Roadmap', id: 'Peta jalan' }),
            renderRoadmapSheets(checked, embedded).map((svg) => figure(svg)),
        ),
        section(
            'maturity',
            say({ en: 'Projected maturity', id: 'Proyeksi kematangan' }),
            element('p', { class: 'sc-note' }, CAUTION[context.locale]),
            frameworks.length > 0 ? frameworks.map((svg) => figure(svg)) : element('p', {}, NO_LEVELS[context.locale]),
            writeTargetTable(context),
        ),
        levels.length === 0
            ? undefined
            : section(
                  'levels',
                  say({ en: 'Levels by year', id: 'Tingkat per tahun' }),
                  levels.map((svg) => figure(svg)),
                  details(
                      false,
                      say({ en: 'The same as tables', id: 'Dalam bentuk tabel' }),
                      writeLevelTables(context),
                  ),
              ),
        writeSilos(context),
        writeMoney(context),
        writeTables(context),
    ];
}

/** The sections a reader can jump to. */
function anchorsOf({ checked, options, say }: PageContext): [string, string][] {
    const { silos, coverage, budget } = checked.analysis;
    return [
        ...(checked.analysis.scenario === undefined || options.base === undefined
            ? []
            : ([['scenario', say({ en: 'What if', id: 'Jika' })]] as [string, string][])),
        ['findings', say({ en: 'Findings', id: 'Temuan' })],
        ['roadmap', say({ en: 'Roadmap', id: 'Peta jalan' })],
        ['maturity', say({ en: 'Maturity', id: 'Kematangan' })],
        ...(silos.owners.length < 2 && coverage.rows.length === 0
            ? []
            : ([['silos', say({ en: 'Silos and coverage', id: 'Ego sektoral dan cakupan' })]] as [string, string][])),
        ...(budget.years.length === 0 ? [] : ([['money', say({ en: 'Money', id: 'Anggaran' })]] as [string, string][])),
        ['tables', say({ en: 'Programs in a table', id: 'Tabel program' })],
    ];
}
