import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import picocolors from 'picocolors';
import { checkPlans } from '../src/cli/check.ts';
import { FORMATS } from '../src/cli/formats/check-formats.ts';
import { fixer } from '../src/fixes/fixes.ts';
import { DEFAULT_CONFIG } from '../src/plan/config.ts';
import { Lines } from '../src/plan/origin.ts';
import { Workspace } from '../src/workspace.ts';
import sarifSchema from '../test/cli/schema/sarif-2.1.0-rtm.5.json';
import { type Blow, blow, strike } from './damage.ts';
import { planText } from './plan-text.ts';
import { TODAY } from './plans.ts';
import type { Property } from './property.ts';

type Json = Readonly<Record<string, unknown>>;

/** Keys of a finding that the contract names, with the types they may have. */
const FINDING: Readonly<Record<string, RegExp>> = {
    rule: /^string$/,
    severity: /^string$/,
    message: /^string$/,
    plan: /^string$/,
    file: /^string$/,
    line: /^number$/,
    column: /^number$/,
    endLine: /^number$/,
    endColumn: /^number$/,
    subjects: /^array$/,
    evidence: /^array$/,
    related: /^array$/,
    from: /^(?:string|null)$/,
    to: /^(?:string|null)$/,
    waived: /^(?:object|null)$/,
    fingerprint: /^string$/,
};

const PATHS = ['a.smartcity', 'odd dir/b #1, %: é.smartcity', '<c> & "d".smartcity'];

let sarifProblems: ((log: unknown) => string | undefined) | undefined;

/** Whatever a plan says, every format for machines is well formed, and every place that it names is in its file. */
export const formats: Property = {
    name: 'formats for machines',
    tested: 10,
    build: (counters) =>
        fc.property(
            fc.tuple(planText, planText, planText),
            fc.array(blow, { maxLength: 6 }),
            fc.constantFrom('en' as const, 'id' as const),
            (plans, blows, locale) => {
                const texts = new Map(PATHS.map((path, i) => [path, damaged(plans, i, blows)]));
                const workspace = new Workspace(TODAY);
                workspace.setSettings('.', { config: DEFAULT_CONFIG, excludes: () => false, baseline: new Set() });
                for (const [file, text] of texts) {
                    workspace.setFile(file, text);
                }
                const loaded = { workspace, roots: workspace.planRoots(), files: texts.size };
                const result = checkPlans(loaded, TODAY, { locale });
                const fixesOf = fixer(workspace.check('.'), (file) => texts.get(file));
                const setting = {
                    colors: picocolors.createColors(false),
                    version: '1.0.0',
                    prefix: 'city',
                    fixesOf: ({ finding }: { finding: Parameters<typeof fixesOf>[0] }) => fixesOf(finding),
                };
                counters.checks++;
                for (const format of FORMATS) {
                    const written = [...format.write(result, setting)].join('');
                    const fault = faultOf(format.name, written, texts);
                    if (fault !== undefined) {
                        throw new Error(`${format.name}: ${fault}`);
                    }
                }
            },
        ),
};

function damaged(plans: readonly string[], i: number, blows: readonly Blow[]): string {
    // The first stays whole, so that there is always something to find.
    return i === 0 ? plans[0]! : blows.reduce((text, each) => strike(text, each, plans[0]!), plans[i]!).slice(0, 6000);
}

function faultOf(name: string, written: string, texts: ReadonlyMap<string, string>): string | undefined {
    switch (name) {
        case 'json':
            return jsonFault(JSON.parse(written) as Json, texts);
        case 'gitlab':
            return Array.isArray(JSON.parse(written)) ? undefined : 'no list';
        case 'sarif':
            sarifProblems ??= sarifTest();
            return sarifProblems(JSON.parse(written));
        case 'junit':
        case 'checkstyle': {
            const valid = XMLValidator.validate(written);
            return valid === true ? undefined : JSON.stringify(valid.err);
        }
        case 'github':
            // A line that is no command would be one that a plan has smuggled in, or broken off.
            return written.split('\n').find((line) => /[\r\u2028\u2029]/.test(line));
        default:
            return undefined;
    }
}

function jsonFault(told: Json, texts: ReadonlyMap<string, string>): string | undefined {
    if (told.formatVersion !== 1 || typeOf(told.plans) !== 'array' || typeOf(told.summary) !== 'object') {
        return 'not the shape that was promised';
    }
    for (const finding of told.findings as Json[]) {
        for (const [key, type] of Object.entries(FINDING)) {
            if (!type.test(typeOf(finding[key]))) {
                return `${key} of ${JSON.stringify(finding)}`;
            }
        }
        const places = [
            ...(finding.related as Json[]),
            ...(finding.evidence as Json[]).filter((each) => 'file' in each),
        ];
        const stray = [finding, ...places].find((place) => !isInside(place, texts));
        if (stray !== undefined) {
            return `outside of its file: ${JSON.stringify(stray)}`;
        }
    }
    return undefined;
}

function isInside({ file, line, column, endLine, endColumn }: Json, texts: ReadonlyMap<string, string>): boolean {
    const text = texts.get(String(file));
    if (text === undefined) {
        return false;
    }
    const lines = new Lines(text);
    const within = (l: number, c: number): boolean =>
        l >= 1 && l <= lines.count && c >= 1 && c <= lines.start(l + 1) - lines.start(l) + 1;
    const [from, to] = [Number(line), Number(endLine)];
    return (
        within(from, Number(column)) &&
        within(to, Number(endColumn)) &&
        (from < to || (from === to && Number(column) <= Number(endColumn)))
    );
}

function typeOf(value: unknown): string {
    return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function sarifTest(): (log: unknown) => string | undefined {
    const { id: _, $schema: __, ...schema } = sarifSchema;
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    // biome-ignore lint/suspicious/noExplicitAny: the package's types are those of its CommonJS build
    (addFormats as any).default?.(ajv) ?? (addFormats as any)(ajv);
    const validate = ajv.compile(schema);
    return (log) => (validate(log) ? undefined : JSON.stringify(validate.errors));
}
