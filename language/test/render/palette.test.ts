import { describe, expect, it } from 'vitest';
import { HUES, PALETTES, type Palette, paint, setPalette } from '../../src/render/palette.ts';

/** How much two colours differ in lightness, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(a: string, b: string): number {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
    const [red, green, blue] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe.each(Object.entries(PALETTES))('%s', (name, palette: Palette) => {
    const grounds = ['paper', 'panel', 'band'].map((token) => palette[token]!);
    const atLeast = (tokens: readonly string[], ratio: number, against: readonly string[]) => {
        for (const token of tokens) {
            for (const ground of against) {
                const found = contrast(palette[token]!, ground);
                expect(found, `${token} ${palette[token]} on ${ground}`).toBeGreaterThanOrEqual(ratio);
            }
        }
    };

    it('has text that can be read on every ground', () => {
        atLeast(['ink', 'muted', 'link', 'good', 'bad', 'warn'], name.startsWith('contrast') ? 4.6 : 4.5, grounds);
        atLeast(['ink'], name.startsWith('contrast') ? 15 : 7, grounds);
        atLeast(
            ['ink'],
            4.5,
            ['good-soft', 'bad-soft', 'warn-soft'].map((token) => palette[token]!),
        );
    });

    it('has lines and shapes that can be seen', () => {
        const strong = Array.from({ length: HUES }, (_, hue) => `d${hue}`);
        atLeast([...strong, 'ink'], 3, grounds);
        for (let hue = 0; hue < HUES; hue++) {
            // A bar's outline and its activities stand out from its area.
            expect(contrast(palette[`d${hue}`]!, palette[`s${hue}`]!)).toBeGreaterThan(2);
        }
    });
});

describe('a style sheet', () => {
    it('has the colours themselves in a fixed theme, and properties to override in the other', () => {
        expect(paint('.x{fill:$ink;stroke:$d3}', 'light')).toBe('.x{fill:#1b2430;stroke:#7d7000}');
        const open = paint('.x{fill:$good-soft}', 'auto');
        expect(open).toContain('.x{fill:var(--sc-good-soft)}');
        expect(open).toContain('@media screen and (prefers-color-scheme:dark){.sc{--sc-paper:');
        expect(setPalette('.host .sc', { ink: '#000000' })).toBe('.host .sc{--sc-ink:#000000}');
    });

    it('knows every colour it names', async () => {
        const { PICTURE_CSS } = await import('../../src/render/picture-css.ts');
        const { PAGE_CSS } = await import('../../src/render/page/page-css.ts');
        for (const palette of Object.values(PALETTES)) {
            const unknown = [...`${PICTURE_CSS}${PAGE_CSS}`.matchAll(/\$([a-z0-9-]+)/g)]
                .map((match) => match[1]!)
                .filter((token) => !Object.hasOwn(palette, token));
            expect(unknown).toEqual([]);
        }
    });
});
