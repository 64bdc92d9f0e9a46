import type { IToken } from 'chevrotain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unit } from '../../fuzz/damage.ts';
import { SNIPPETS } from '../../fuzz/snippets.ts';
import { grammar, parseTokens, words } from '../../src/syntax/parser.ts';
import { breakIn } from '../../src/syntax/recogniser.ts';

const RULES = grammar()
    .rules.filter(({ $type }) => $type === 'ParserRule')
    .map(({ name }) => name);
const TYPES = Object.keys(words().definition).filter((name) => name !== 'WS' && name !== 'COMMENT');

const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)]!;

/** Words that mostly fit a rule: each is one of those that would, or now and then any. */
function grow(rule: string, choices: readonly number[]): IToken[] {
    const tokens: IToken[] = [];
    for (const [place, choice] of choices.entries()) {
        const broken = breakIn(tokens, 0, tokens.length, rule);
        const isStray = broken === undefined || broken.expected.length === 0 || choice < 0.1;
        const name = isStray ? pick(TYPES, (choice * 10) % 1) : pick(broken.expected, (choice * 10) % 1);
        tokens.push(words().invent(words().definition[name]!, name, place));
    }
    return tokens;
}

test('the recogniser breaks where the parser does, and expects what it expects', () => {
    let whole = 0;
    fc.assert(
        fc.property(fc.constantFrom(...RULES), fc.array(unit, { minLength: 8, maxLength: 12 }), (rule, choices) => {
            const tokens = grow(rule, choices);
            for (let end = 0; end <= tokens.length; end++) {
                const { broken } = parseTokens('', tokens.slice(0, end), rule);
                expect(breakIn(tokens, 0, end, rule)).toEqual(broken);
                whole += broken === undefined ? 1 : 0;
            }
        }),
        { numRuns: 3000, seed: 2019 },
    );
    expect(whole).toBeGreaterThan(1000);
});

test('the recogniser breaks where the parser does in every snippet, from any word on', () => {
    for (const snippet of SNIPPETS) {
        const { tokens } = words().read(snippet.repeat(3));
        for (let from = 0; from < Math.min(6, tokens.length); from++) {
            const { broken } = parseTokens('', tokens.slice(from), 'File');
            expect(breakIn(tokens, from, tokens.length, 'File'), snippet).toEqual(broken);
        }
    }
});
