import { describe, expect, it } from 'vitest';
import { decimal, element, escapeText, lines, Markup, path } from '../../src/render/markup.ts';
import { structureFaults } from './well-formed.ts';

describe('markup', () => {
    it('escapes every text and attribute that is not markup already', () => {
        const made = element('text', { 'data-x': `"><script>'&` }, `<script>alert("1")</script>`, new Markup('<b/>'));
        expect(made.source).toBe(
            '<text data-x="&quot;&gt;&lt;script&gt;&#39;&amp;">' +
                '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<b/></text>',
        );
    });

    it('replaces what XML does not know, and keeps letters of every script', () => {
        expect(escapeText('a\u0000b\u001fc\ud800d\uffffe')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
        expect(escapeText('ꦧꦱꦗꦮ 🚦\ttab\n')).toBe('ꦧꦱꦗꦮ 🚦\ttab\n');
        expect(structureFaults(element('a', { b: '\ud83d' }, '\u0008').source)).toEqual([]);
    });

    it('leaves out what is undefined and joins lists', () => {
        expect(element('g', { id: undefined }, undefined, ['a', [1, undefined]]).source).toBe('<g>a1</g>');
        expect(lines('a', undefined, new Markup(''), 'b').source).toBe('a\nb');
        expect(element('rect', { x: 0 }).source).toBe('<rect x="0"/>');
        expect(element('rect', {}, 'inside').source).toBe('<rect>inside</rect>');
    });

    it('writes numbers with two decimals at most and never as minus zero', () => {
        expect([1 / 3, 2, 0.1 + 0.2, -0.001].map(decimal)).toEqual(['0.33', '2', '0.3', '0']);
        expect(path`M${1 / 3} ${2}V${'up'}`).toBe('M0.33 2Vup');
    });
});
