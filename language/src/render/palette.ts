/** How a picture is coloured: fixed, or as the reader's system asks (`auto`). */
export type Theme = 'light' | 'dark' | 'auto';

/** The colours of one look, by token. A token `muted` is the custom property `--sc-muted`. */
export type Palette = Readonly<Record<string, string>>;

/** How many dimensions are told apart by colour; further ones begin again, with another shape. */
export const HUES = 8;

/**
 * Strong colours of lines and outlines, and soft ones of areas, for each dimension in turn. The hues are those of Paul
 * Tol's "bright" scheme (Colour Schemes, SRON/EPS/TN/09-002), which people with any colour blindness can tell apart;
 * the strong ones are darkened until they stand out from white by 3 to 1 (WCAG 1.4.11).
 */
const LIGHT_STRONG = ['#2f6699', '#b83349', '#1c7a30', '#7d7000', '#1b7fa3', '#8a2a66', '#5d6673', '#9a5a10'];
const LIGHT_SOFT = ['#a9c4de', '#f5b5be', '#a3d3a9', '#e3d98a', '#b3e2f2', '#dda5c8', '#ccd1d8', '#efc898'];
const DARK_STRONG = ['#8db8e0', '#f58d9b', '#72c77f', '#d8c84f', '#6ed0f0', '#e08abf', '#b4bdc9', '#f0ac5e'];
const DARK_SOFT = ['#33536f', '#743640', '#2b5a33', '#5e5720', '#245a6c', '#663054', '#464e59', '#6b4a20'];

const LIGHT: Palette = {
    paper: '#ffffff',
    panel: '#f5f7fa',
    band: '#eef2f7',
    ink: '#1b2430',
    muted: '#566171',
    faint: '#d5dbe3',
    line: '#8b96a5',
    link: '#0b57a4',
    good: '#1a6e3c',
    bad: '#b3261e',
    warn: '#8a5300',
    'good-soft': '#dff2e5',
    'bad-soft': '#fbe3e1',
    'warn-soft': '#fdeed3',
    ...hues(LIGHT_STRONG, LIGHT_SOFT),
};

const DARK: Palette = {
    paper: '#13171d',
    panel: '#1a2028',
    band: '#1f2630',
    ink: '#e9edf3',
    muted: '#a6b0bd',
    faint: '#343d49',
    line: '#75808f',
    link: '#8fc1f5',
    good: '#6fd197',
    bad: '#ff8f85',
    warn: '#f3bd54',
    'good-soft': '#173523',
    'bad-soft': '#4a1f1c',
    'warn-soft': '#46330f',
    ...hues(DARK_STRONG, DARK_SOFT),
};

/** What readers change who ask for more contrast, on a light ground. */
const MORE_LIGHT: Palette = {
    ink: '#000000',
    muted: '#1b2430',
    faint: '#6b7684',
    line: '#3a4452',
    paper: '#ffffff',
    band: '#ffffff',
};
/** The same on a dark ground. */
const MORE_DARK: Palette = {
    ink: '#ffffff',
    muted: '#e9edf3',
    faint: '#97a3b2',
    line: '#c6cfda',
    paper: '#000000',
    panel: '#000000',
    band: '#000000',
};

/** Whole palettes by name, for a host that has its own switch between them. */
export const PALETTES: Readonly<Record<'light' | 'dark' | 'contrast' | 'contrast-light', Palette>> = {
    light: LIGHT,
    dark: DARK,
    contrast: { ...DARK, ...MORE_DARK },
    'contrast-light': { ...LIGHT, ...MORE_LIGHT },
};

function hues(strong: readonly string[], soft: readonly string[]): Palette {
    const tokens: Record<string, string> = {};
    for (let i = 0; i < HUES; i++) {
        tokens[`d${i}`] = strong[i]!;
        tokens[`s${i}`] = soft[i]!;
    }
    return tokens;
}

/** A rule that sets a palette's custom properties for everything a selector matches. */
export function setPalette(selector: string, palette: Palette): string {
    const tokens = Object.keys(palette).map((token) => `--sc-${token}:${palette[token]}`);
    return `${selector}{${tokens.join(';')}}`;
}

/**
 * A style sheet in which `$muted` stands for the colour of that token. A fixed theme has the colours themselves, which
 * every program that shows SVG understands; `auto` has custom properties, follows the reader's system and can be
 * overridden from outside. Paper is always light.
 */
export function paint(css: string, theme: Theme): string {
    if (theme !== 'auto') {
        const palette = PALETTES[theme];
        return css.replace(/\$([a-z0-9-]+)/g, (whole, token: string) => palette[token] ?? whole);
    }
    return [
        setPalette('.sc', LIGHT),
        `@media screen and (prefers-color-scheme:dark){${setPalette('.sc', DARK)}}`,
        `@media screen and (prefers-contrast:more){${setPalette('.sc', MORE_LIGHT)}}`,
        `@media screen and (prefers-contrast:more) and (prefers-color-scheme:dark){${setPalette('.sc', MORE_DARK)}}`,
        css.replace(/\$([a-z0-9-]+)/g, 'var(--sc-$1)'),
    ].join('\n');
}
