import { type Config, DEFAULT_CONFIG } from '../src/plan/config.ts';
import { Lines } from '../src/plan/origin.ts';
import { showLabel } from '../src/render/page/evidence-labels.ts';
import { RULES } from '../src/rules/catalogue.ts';
import { checkOf, day, TODAY } from './support.ts';

/** An example of a page: the files of one plan, and the findings its marks promise. */
export interface Example {
    readonly heading: string;
    readonly files: Readonly<Record<string, string>>;
    readonly config: Partial<Config>;
    readonly today: number;
    readonly marks: readonly string[];
}

const MARK = /^(\s*)(\^+) (error|warning|info)\[([a-z-]+)\](?:: (.*))?$/;

/** The examples of a Markdown page: every section with fences is one plan. */
export function examplesOf(page: string): Example[] {
    const examples: Example[] = [];
    for (const section of page.split(/^(?=#{1,3} )/m)) {
        const files: Record<string, string> = {};
        const marks: string[] = [];
        let config: Partial<Config> = {};
        let today = TODAY;
        for (const [, kind, options, body] of section.matchAll(/^```(smartcity|json)([^\n]*)\n([\s\S]*?)^```/gm)) {
            const file = /file=(\S+)/.exec(options!)?.[1] ?? 'plan.smartcity';
            const date = /today=(\S+)/.exec(options!)?.[1];
            today = date === undefined ? today : day(date);
            if (kind === 'json') {
                config = file === 'smartcity.json' ? (JSON.parse(body!) as Partial<Config>) : config;
                continue;
            }
            files[file] = readMarks(body!, file, marks);
        }
        if (Object.keys(files).length > 0) {
            examples.push({
                heading: /^#+ (.*)/.exec(section)?.[1] ?? 'page',
                files,
                config,
                today,
                marks: marks.sort(),
            });
        }
    }
    return examples;
}

/** Takes the marks out of a text and gives the text; each mark becomes `file:line:column-endColumn severity[rule]: start`. */
export function readMarks(text: string, file: string, marks: string[]): string {
    const kept: string[] = [];
    for (const line of text.split('\n')) {
        const match = MARK.exec(line);
        if (match === null) {
            kept.push(line);
        } else {
            const column = match[1]!.length + 1;
            marks.push(
                `${file}:${kept.length}:${column}-${column + match[2]!.length} ${match[3]}[${match[4]}]: ${match[5] ?? ''}`,
            );
        }
    }
    return kept.join('\n');
}

/** The findings of an example in the form of marks: those of a rule, and those of reading that no example may have unmarked. */
export function findingsOf(example: Example, rule: string): { readonly marks: string[]; readonly silent: string[] } {
    const shown = new Set(RULES.filter((each) => each.fixed === true || each.name === rule).map((each) => each.name));
    const { findings } = checkOf(example.files, { ...DEFAULT_CONFIG, ...example.config }, example.today);
    const marks: string[] = [];
    const silent: string[] = [];
    for (const finding of findings) {
        if (!shown.has(finding.rule) || finding.waived !== null) {
            continue;
        }
        const lines = new Lines(example.files[finding.at.file] ?? '');
        const place = lines.place(finding.at);
        const end = place.endLine === place.line ? place.endColumn : lines.line(place.line).length + 1;
        marks.push(
            `${finding.at.file}:${place.line}:${place.column}-${Math.max(end, place.column + 1)} ${finding.severity}[${finding.rule}]: ${finding.message.en}`,
        );
        if (finding.message.id === '' || finding.message.id === finding.message.en) {
            silent.push(finding.message.en);
        }
        silent.push(...finding.evidence.map(({ label }) => label).filter((label) => !isIndonesian(label)));
    }
    return { marks: marks.sort(), silent };
}

/** Whether a label of evidence is told in Indonesian: by another word, by one of both languages, or as a rule's name. */
function isIndonesian(label: string): boolean {
    const same = ['data', 'program', 'target'].includes(label) || RULES.some((rule) => rule.name === label);
    return same || showLabel(label, 'id') !== label;
}

/** Compares marks with findings as sets; a mark's message is the beginning of the finding's. Gives what differs. */
export function compareMarks(
    marks: readonly string[],
    found: readonly string[],
): { readonly missing: string[]; readonly unexpected: string[] } {
    const left = [...found];
    const missing: string[] = [];
    for (const mark of marks) {
        const index = left.findIndex((each) => each.startsWith(mark));
        if (index < 0) {
            missing.push(mark);
        } else {
            left.splice(index, 1);
        }
    }
    return { missing, unexpected: left };
}
