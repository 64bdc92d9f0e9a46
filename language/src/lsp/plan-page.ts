import { LIBRARY_TEXTS, libraryAddress } from '../libraries.ts';
import {
    DEFAULT_OPTIONS,
    type LibraryText,
    type PlanPage,
    type PreviewExportParams,
    type PreviewFilter,
    type PreviewOptions,
    type RulePage,
    VIEWS,
} from '../protocol.ts';
import { renderPage } from '../render/page/page.ts';
import { RULES } from '../rules/catalogue.ts';
import { addressOf } from './addresses.ts';
import { Params } from './request.ts';
import type { SessionContext } from './session-context.ts';

/** The text of a built-in library, by its name or address. */
export function libraryText(_: SessionContext, params: Params): LibraryText {
    const asked = params.text('name');
    for (const [name, text] of LIBRARY_TEXTS) {
        if (asked === name || asked === libraryAddress(name)) {
            return { text };
        }
    }
    return { text: null };
}

/** A rule's page: in Indonesian its summary in that language, then the examples. */
export function rulePage({ locale }: SessionContext, params: Params): RulePage {
    const name = params.text('rule');
    const page = RULES.find((each) => each.name === name)?.page;
    if (page === undefined) {
        return { markdown: null };
    }
    const parts = page.split(/^(?=## )/m);
    const indonesian = parts.find((part) => part.startsWith('## Bahasa Indonesia'));
    return {
        markdown:
            locale === 'en' || indonesian === undefined
                ? page
                : `# \`${name}\`\n\n${indonesian.replace(/^## Bahasa Indonesia\n+/, '')}\n${parts
                      .filter((part) => /^```/m.test(part))
                      .join('')}`,
    };
}

/** The whole plan of a file, or the first there is, as one HTML page. */
export async function planPage(context: SessionContext, params: Params): Promise<PlanPage> {
    await context.settled();
    context.workspace.flush();
    const { workspace } = context.workspace;
    const file = addressOf(params.get('file'));
    const own = file === undefined ? undefined : workspace.rootOf(file);
    const root = own ?? workspace.planRoots().find((each) => workspace.plan(each).fragments.length > 0);
    if (root === undefined) {
        return { html: null, name: 'plan' };
    }
    const checked = workspace.check(root);
    const html = renderPage(checked, {
        locale: context.locale,
        theme: 'auto',
        groupBy: 'dimension',
        rules: RULES,
        locate: (at) => ({ file: at.file, ...workspace.place(at) }),
    });
    return { html, name: checked.analysis.plan.masterplan?.name || 'plan' };
}

/** What a panel asks for, with what is missing or of another type as in a fresh panel. */
export function previewOptionsOf(value: unknown): PreviewOptions {
    const known = DEFAULT_OPTIONS as unknown as Record<string, unknown>;
    const options = like(known, value) as unknown as PreviewOptions;
    const filter = like(
        known.filter as Record<string, unknown>,
        new Params(value).get('filter'),
    ) as unknown as PreviewFilter;
    return {
        ...options,
        filter,
        closed: options.closed.filter((each) => typeof each === 'string'),
        view: VIEWS.includes(options.view) ? options.view : DEFAULT_OPTIONS.view,
    };
}

/** What to write, of a panel's wishes. */
export function exportOf(params: Params): PreviewExportParams {
    return {
        options: previewOptionsOf(params.get('options')),
        format: params.get('format') === 'html' ? 'html' : 'svg',
        theme: params.get('theme') === 'dark' ? 'dark' : 'light',
    };
}

function like(model: Readonly<Record<string, unknown>>, value: unknown): Record<string, unknown> {
    const params = new Params(value);
    return Object.fromEntries(
        Object.entries(model).map(([key, standard]) => {
            const given = params.get(key);
            const fits = typeof given === typeof standard && Array.isArray(given) === Array.isArray(standard);
            return [key, fits && given !== null ? given : standard];
        }),
    );
}
