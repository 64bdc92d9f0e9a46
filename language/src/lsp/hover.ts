import type { Hover } from 'vscode-languageserver-types';
import { bandOf } from '../analysis/projection/value.ts';
import { parseDate } from '../plan/calendar.ts';
import type { Written } from '../plan/declarations/clause.ts';
import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Level } from '../plan/declarations/framework.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import type { Message } from '../plan/message.ts';
import type { Origin } from '../plan/origin.ts';
import { words } from '../syntax/parser.ts';
import { contextAt } from './completion/context.ts';
import { card } from './hover-card.ts';
import { longDay, MARKDOWN, PLAIN, type Style } from './hover-text.ts';
import { keywordHelp } from './keyword-help.ts';
import { declarationAt, declarationsOf, occurrenceAt } from './occurrence.ts';
import { rangeBetween } from './positions.ts';
import { touches } from './ranges.ts';
import { librarySummary, ruleSummary } from './summaries.ts';
import type { View } from './view.ts';

/** What stands at an offset: a name's card, a level, a date's days, a rule's summary, a keyword's help. */
export function hover(view: View, offset: number, isMarkdown: boolean): Hover | null {
    const style = isMarkdown ? MARKDOWN : PLAIN;
    const found = nameAt(view, offset, style) ?? levelAt(view, offset, style) ?? wordAt(view, offset);
    return found === undefined
        ? null
        : {
              contents: { kind: isMarkdown ? 'markdown' : 'plaintext', value: found.value },
              range: rangeBetween(view.lines, found.start, found.end),
          };
}

/** Words about a stretch of the text. */
interface Found {
    readonly value: string;
    readonly start: number;
    readonly end: number;
}

function nameAt(view: View, offset: number, style: Style): Found | undefined {
    const occurrence = occurrenceAt(view, offset);
    if (occurrence === undefined) {
        return undefined;
    }
    const { space, name, at, reference } = occurrence;
    const place = { start: at.start, end: at.end };
    if (space !== 'plan') {
        const value = (space === 'rule' ? ruleSummary : librarySummary)(name, view.locale, style);
        return value === undefined ? undefined : { value, ...place };
    }
    const all = declarationsOf(view.plan, name);
    const isHere = (each: Nameable): boolean => each.at.file === at.file && each.at.start === at.start;
    const named = (reference === undefined ? all.find(isHere) : undefined) ?? all[0];
    return named === undefined ? undefined : { value: card(view, named, style), ...place };
}

/** A level in a clause: of which framework, what it is called there, and the band it lies in. */
function levelAt(view: View, offset: number, style: Style): Found | undefined {
    const written = levelsIn(view, offset).find(({ value }) => touches(value.at, offset));
    if (written === undefined) {
        return undefined;
    }
    const { of, value } = written;
    const named = view.plan.names.get(of);
    const framework = view.plan.frameworks.find((each) => each.name === of.split('.')[0]);
    if (framework === undefined) {
        return undefined;
    }
    const titleIn = (levels: readonly Level[]): string | undefined =>
        levels.find((each) => each.level.value === value.value)?.title;
    const band = bandOf(framework, value.value);
    const title = titleIn(framework.levels);
    const own = named?.kind === 'indicator' ? titleIn(named.levels) : undefined;
    const { locale } = view;
    const lines = [
        `${style.strong(`${value.value}`)} · ${style.text(framework.title)} (${style.name(framework.name)})`,
        ...(title === undefined ? [] : [`${{ en: 'Level', id: 'Tingkat' }[locale]}: ${style.text(title)}`]),
        ...(own === undefined ? [] : [`${style.name(of)}: ${style.text(own)}`]),
        ...(band === null ? [] : [`${{ en: 'Band', id: 'Predikat' }[locale]}: ${style.text(band)}`]),
    ];
    return { value: lines.join('\n\n'), start: value.at.start, end: value.at.end };
}

function levelsIn(view: View, offset: number): readonly { readonly of: string; readonly value: Written<number> }[] {
    const declaration = declarationAt(view.fragment, offset);
    const named = (of: Reference, value: Written<number>) => ({ of: of.name, value });
    switch (declaration?.kind) {
        case 'program':
            return declaration.raises.map((each) => named(each.of, each.to));
        case 'masterplan':
            return [...declaration.targets, ...declaration.actuals].map((each) => named(each.of, each.value));
        case 'framework':
            return [declaration, ...declaration.indicators].flatMap(({ name, levels }) =>
                levels.map(({ level }) => ({ of: name, value: level })),
            );
        default:
            return [];
    }
}

/** Keywords behind which a date is read as an end. */
const ENDS: ReadonlySet<string> = new Set(['by', 'until', 'at', 'finished', '..']);
const STARTS: ReadonlySet<string> = new Set(['since', 'from', 'start', 'earliest', 'started', 'during', 'period']);
const YEARS: ReadonlySet<string> = new Set(['budget', 'ceiling']);

/** A date or a keyword at an offset. */
function wordAt(view: View, offset: number): Found | undefined {
    const whole = aroundOf(view, offset);
    const { tokens } = words().read(view.lines.text.slice(whole.start, whole.end));
    const at = offset - whole.start;
    const index = tokens.findIndex(({ startOffset, image }) => startOffset <= at && at <= startOffset + image.length);
    // Between two words that touch, the one that begins is meant.
    const token = tokens[tokens[index + 1]?.startOffset === at ? index + 1 : index];
    if (token === undefined) {
        return undefined;
    }
    const start = whole.start + token.startOffset;
    const place = { start, end: start + token.image.length };
    const { number, keywords } = words().types;
    const value =
        token.tokenType === number
            ? dateWords(view, token.image, tokens[tokens.indexOf(token) - 1]?.image ?? '')
            : keywords.get(token.image) === token.tokenType || token.image === 'after'
              ? keywordHelp(contextAt(view, start)?.block ?? '', token.image)?.[view.locale]
              : undefined;
    return value === undefined ? undefined : { value, ...place };
}

/** The declaration or waiver around an offset; its line where there is none. */
function aroundOf(view: View, offset: number): Pick<Origin, 'start' | 'end'> {
    const waiver = view.fragment.waivers.find((each) => touches(each.whole, offset));
    const around = declarationAt(view.fragment, offset) ?? waiver;
    if (around !== undefined) {
        return around.whole;
    }
    const line = view.lines.at(offset).line;
    return { start: view.lines.start(line), end: view.lines.start(line) + view.lines.line(line).length };
}

/** `2020-Q3 as a start: 1 July 2020`. */
function dateWords({ locale }: View, text: string, before: string): string | undefined {
    const span = parseDate(text);
    if (span === undefined) {
        return undefined;
    }
    const say = ({ en, id }: Message): string => ({ en, id })[locale];
    if (ENDS.has(before)) {
        return say({
            en: `${text} as an end: ${longDay(span.last, locale)}`,
            id: `${text} sebagai akhir: ${longDay(span.last, locale)}`,
        });
    }
    if (STARTS.has(before)) {
        return say({
            en: `${text} as a start: ${longDay(span.first, locale)}`,
            id: `${text} sebagai awal: ${longDay(span.first, locale)}`,
        });
    }
    return YEARS.has(before) ? `${text}: ${longDay(span.first, locale)} – ${longDay(span.last, locale)}` : undefined;
}
