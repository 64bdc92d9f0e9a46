/** Words behind a clause's keyword that are no names: they are told apart by hand, since the grammar takes any word there. */
const UNITS = 'days?|weeks?|months?|quarters?|years?';

/** A name, and what may stand around a whole word. */
const NAME = '[A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z_][A-Za-z0-9_-]*)*';
const word = (words: readonly string[]): string => `(?<![\\w.-])(?:${words.join('|')})(?![\\w.-])`;

/**
 * The TextMate grammar, made from the keywords of the Langium grammar, so that a new clause is coloured without anybody
 * thinking of it. It colours before the server has read the text; semantic tokens then set right what only meaning tells
 * (every keyword may be a name).
 */
export function writeTextMateGrammar(langium: string): object {
    const rules = langium.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const declarations = new Set(
        [...rules.matchAll(/keyword='([a-z-]+)' name=Name title=TEXT/g)].map((match) => match[1]!),
    );
    const clauses = new Set<string>();
    for (const [, one, many] of rules.matchAll(/keyword=(?:'([a-z-]+)'|\(([^)]*)\))/g)) {
        for (const keyword of one === undefined
            ? [...many!.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]!)
            : [one]) {
            clauses.add(keyword);
        }
    }
    const others = [...rules.matchAll(/'([a-z][a-z-]*)'/g)]
        .map((match) => match[1]!)
        .filter((keyword) => !clauses.has(keyword) && !declarations.has(keyword));
    const sorted = (words: Iterable<string>): string[] =>
        [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return {
        $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
        name: 'Smartcity',
        scopeName: 'source.smartcity',
        patterns: [
            { include: '#comments' },
            { include: '#texts' },
            { include: '#money' },
            { include: '#numbers' },
            {
                match: `(?<![\\w.-])(${sorted(declarations).join('|')})\\s+(${NAME})(?=\\s*")`,
                captures: {
                    1: { name: 'keyword.declaration.smartcity' },
                    2: { name: 'entity.name.type.smartcity' },
                },
            },
            { match: word(['use', 'waive']), name: 'keyword.control.smartcity' },
            { match: word(sorted(clauses)), name: 'keyword.other.smartcity' },
            { match: word(sorted(others)), name: 'keyword.operator.word.smartcity' },
            { match: `(?<=\\d\\s)\\s*(?:${UNITS})(?![\\w.-])`, name: 'support.constant.unit.smartcity' },
            { match: NAME, name: 'variable.other.smartcity' },
            { match: '\\.\\.|\\+|,', name: 'punctuation.separator.smartcity' },
            { match: '[{}]', name: 'punctuation.section.block.smartcity' },
        ],
        repository: {
            comments: {
                patterns: [
                    { name: 'comment.line.double-slash.smartcity', match: '//.*$' },
                    { name: 'comment.block.smartcity', begin: '/\\*', end: '\\*/' },
                ],
            },
            texts: {
                patterns: [
                    { name: 'string.quoted.triple.smartcity', begin: '"""', end: '"""' },
                    {
                        name: 'string.quoted.double.smartcity',
                        begin: '"',
                        end: '"|$',
                        patterns: [{ name: 'constant.character.escape.smartcity', match: '\\\\.' }],
                    },
                ],
            },
            money: {
                match: '(?<![\\w.-])Rp\\.?\\s*\\d[\\d_.,]*(?:\\s+(?:ribu|juta|miliar|triliun)(?![\\w-]))?',
                name: 'constant.numeric.money.smartcity',
            },
            numbers: {
                match: '(?<![\\w.-])\\d[\\d_]*(?:-(?:[Qq]?\\d+))*(?:\\.\\d+)?%?',
                name: 'constant.numeric.smartcity',
            },
        },
    };
}
