import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { faultOf } from './disk/globs.ts';
import { BREAKING, type BreakingClass, type Config, DEFAULT_CONFIG, type Severity } from './plan/config.ts';
import { nearest } from './plan/distance.ts';
import type { Message } from './plan/message.ts';
import { RULES } from './rules/catalogue.ts';
import { isFixed } from './rules/check.ts';

/** The file that makes a folder a plan. */
export const CONFIG_FILE = 'smartcity.json';

/** Something in a `smartcity.json` that is not understood, as offsets in its text. */
export interface ConfigProblem {
    readonly message: Message;
    readonly start: number;
    readonly end: number;
}

/** What a `smartcity.json` says, and what of it is not understood. */
export interface ConfigReading {
    readonly config: Config;
    readonly problems: readonly ConfigProblem[];
}

const SEVERITIES: readonly string[] = ['error', 'warning', 'info'];
const PROPERTIES = ['exclude', 'rules', 'failOn', 'locale', 'baseline', 'similarity', 'diff', '$schema'];

/** Reads a `smartcity.json`: data only, never code. What is not understood is a problem and changes nothing. */
export function readConfig(text: string): ConfigReading {
    const reader = new Reader();
    const errors: ParseError[] = [];
    const tree = parse(text, errors, reader);
    for (const { error, offset, length } of errors) {
        const code = printParseErrorCode(error);
        reader.say(offset, offset + length, {
            en: `This is no valid JSON here (${code}).`,
            id: `Bagian ini bukan JSON yang sah (${code}).`,
        });
    }
    if (tree !== undefined && errors.length === 0) {
        reader.read(tree);
    }
    return { config: reader.config(), problems: reader.problems };
}

/** The tree of a JSON text; `undefined` when it is empty, or nested so deep that no parser can follow. */
function parse(text: string, errors: ParseError[], reader: Reader): Node | undefined {
    try {
        return parseTree(text, errors, { allowEmptyContent: true, disallowComments: true });
    } catch (error) {
        if (!(error instanceof RangeError)) {
            throw error;
        }
        errors.length = 0;
        reader.say(0, text.length, { en: 'This JSON is nested too deep.', id: 'JSON ini bersarang terlalu dalam.' });
        return undefined;
    }
}

class Reader {
    readonly problems: ConfigProblem[] = [];
    private readonly values: { -readonly [K in keyof Config]?: Config[K] } = {};

    config(): Config {
        return { ...DEFAULT_CONFIG, ...this.values };
    }

    say(start: number, end: number, message: Message): void {
        this.problems.push({ message, start, end });
    }

    read(tree: Node): void {
        for (const [key, value, name] of this.members(tree, 'object')) {
            switch (name) {
                case 'exclude':
                    this.values.exclude = this.globs(value);
                    break;
                case 'rules':
                    this.values.rules = this.rules(value);
                    break;
                case 'failOn':
                    this.values.failOn = this.oneOf(value, SEVERITIES, DEFAULT_CONFIG.failOn);
                    break;
                case 'locale':
                    this.values.locale = this.oneOf(value, ['en', 'id'], DEFAULT_CONFIG.locale);
                    break;
                case 'baseline':
                    if (this.expect(value, 'string')) {
                        this.values.baseline = value.value as string;
                    }
                    break;
                case 'similarity':
                    this.values.similarity = this.similarity(value);
                    break;
                case 'diff':
                    this.values.diff = this.diff(value);
                    break;
                case '$schema':
                    break;
                default:
                    this.unknown(key, name, PROPERTIES, { en: 'setting', id: 'pengaturan' });
            }
        }
    }

    private rules(node: Node): Config['rules'] {
        const rules: Record<string, Severity | 'off'> = {};
        for (const [key, value, name] of this.members(node, 'object')) {
            if (!RULES.some((rule) => rule.name === name)) {
                this.unknown(
                    key,
                    name,
                    RULES.map((rule) => rule.name),
                    { en: 'rule', id: 'aturan' },
                );
                continue;
            }
            const severity = this.oneOf<Severity | 'off' | undefined>(value, [...SEVERITIES, 'off'], undefined);
            if (severity === 'off' && isFixed(name)) {
                this.say(value.offset, value.offset + value.length, {
                    en: `\`${name}\` cannot be switched off: without it the plan cannot be read.`,
                    id: `\`${name}\` tidak dapat dimatikan: tanpanya rencana tidak dapat dibaca.`,
                });
            } else if (severity !== undefined) {
                rules[name] = severity;
            }
        }
        return rules;
    }

    private similarity(node: Node): Config['similarity'] {
        let { synonyms, boilerplate } = DEFAULT_CONFIG.similarity;
        for (const [key, value, name] of this.members(node, 'object')) {
            if (name === 'synonyms') {
                synonyms = this.expect(value, 'array')
                    ? (value.children ?? []).map((group) => this.texts(group))
                    : synonyms;
            } else if (name === 'boilerplate') {
                boilerplate = this.texts(value);
            } else {
                this.unknown(key, name, ['synonyms', 'boilerplate'], { en: 'setting', id: 'pengaturan' });
            }
        }
        return { synonyms, boilerplate };
    }

    private diff(node: Node): Config['diff'] {
        const classes = Object.keys(BREAKING) as BreakingClass[];
        const severities: { [K in BreakingClass]?: Severity | 'off' } = {};
        for (const [key, value, name] of this.members(node, 'object')) {
            const known = classes.find((each) => each === name);
            if (known === undefined) {
                this.unknown(key, name, classes, {
                    en: 'class of breaking changes',
                    id: 'golongan perubahan komitmen',
                });
                continue;
            }
            const severity = this.oneOf<Severity | 'off' | undefined>(value, [...SEVERITIES, 'off'], undefined);
            if (severity !== undefined) {
                severities[known] = severity;
            }
        }
        return severities;
    }

    private globs(node: Node): readonly string[] {
        for (const child of node.children ?? []) {
            const fault = child.type === 'string' ? faultOf(child.value as string) : undefined;
            if (fault !== undefined) {
                this.say(child.offset, child.offset + child.length, fault);
            }
        }
        return this.texts(node);
    }

    private texts(node: Node): readonly string[] {
        return this.expect(node, 'array')
            ? (node.children ?? [])
                  .filter((child) => this.expect(child, 'string'))
                  .map((child) => child.value as string)
            : [];
    }

    private oneOf<T extends string | undefined>(node: Node, values: readonly string[], otherwise: T): T {
        if (values.includes(node.value as string)) {
            return node.value as T;
        }
        const listed = values.map((value) => `"${value}"`).join(', ');
        this.say(node.offset, node.offset + node.length, {
            en: `One of ${listed} is expected here.`,
            id: `Di sini diharapkan salah satu dari ${listed}.`,
        });
        return otherwise;
    }

    private expect(node: Node, type: 'object' | 'array' | 'string'): boolean {
        if (node.type === type) {
            return true;
        }
        const words = {
            object: ['an object { … }', 'objek { … }'],
            array: ['a list [ … ]', 'daftar [ … ]'],
            string: ['a text in quotes', 'teks dalam tanda kutip'],
        }[type];
        this.say(node.offset, node.offset + node.length, {
            en: `${words[0]![0]!.toUpperCase()}${words[0]!.slice(1)} is expected here.`,
            id: `Di sini diharapkan ${words[1]}.`,
        });
        return false;
    }

    private members(node: Node, type: 'object'): readonly (readonly [Node, Node, string])[] {
        if (!this.expect(node, type)) {
            return [];
        }
        return (node.children ?? []).flatMap((member) => {
            const [key, value] = member.children ?? [];
            return key === undefined || value === undefined ? [] : [[key, value, key.value as string] as const];
        });
    }

    private unknown(key: Node, name: string, known: readonly string[], what: Message): void {
        const meant = nearest(name, known);
        this.say(key.offset, key.offset + key.length, {
            en: `There is no ${what.en} \`${name}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`,
            id: `Tidak ada ${what.id} \`${name}\`.${meant === undefined ? '' : ` Maksudnya \`${meant}\`?`}`,
        });
    }
}
