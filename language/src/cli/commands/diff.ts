import { type Command, Option } from 'commander';
import { breaks } from '../../analysis/diff/diff.ts';
import { addBareCommand, answer, colors, cwd, type Options, todayOf } from '../command.ts';
import { type Compared, compareSides } from '../diff/compare.ts';
import { readOperands } from '../diff/operands.ts';
import { EXIT, Failure } from '../failure.ts';
import { writeDiffHtml } from '../formats/diff-html.ts';
import { writeDiffJson } from '../formats/diff-json.ts';
import { writeDiffMarkdown } from '../formats/diff-markdown.ts';
import { writeDiffText } from '../formats/diff-text.ts';
import { writeFiles } from '../write.ts';

/** What `smartcity diff` is asked for. */
interface DiffWords extends Omit<Options, 'format'> {
    readonly format?: string;
    readonly out?: string;
    readonly baseRef?: string;
    readonly plan: readonly string[];
    readonly exitCode?: boolean;
    readonly failOnBreaking?: boolean;
}

const FORMATS: Readonly<Record<string, (compared: Compared) => string>> = {
    text: (compared) => writeDiffText(compared, colors),
    markdown: writeDiffMarkdown,
    json: writeDiffJson,
    html: writeDiffHtml,
};

/** What a file's name says about the format that belongs into it. */
const ENDINGS: Readonly<Record<string, string>> = {
    '.txt': 'text',
    '.md': 'markdown',
    '.json': 'json',
    '.html': 'html',
    '.htm': 'html',
};

/** `smartcity diff [base] [head]`: what a change means for the plan. */
export function defineDiff(program: Command): void {
    addBareCommand(program, 'diff', 'what a change means: dates, owners, money, levels, targets and findings')
        .argument('[base]', 'a revision (main, HEAD~3, v1) or a folder; the last commit unless given')
        .argument('[head]', 'what it became; the files as they are now unless given')
        .addOption(new Option('--format <format>', 'text, unless --out says otherwise').choices(Object.keys(FORMATS)))
        .option('--out <file>', 'write to a file; its ending (.md, .json, .html, .txt) tells the format')
        .option('--base-ref <branch>', 'compare with the commit at which the current branch left that one')
        .addOption(
            new Option('--plan <path>', 'only this plan; may be repeated')
                .argParser((value: string, all: readonly string[]) => [...all, value])
                .default([], 'all below the working directory'),
        )
        .option('--exit-code', 'exit with 1 when anything changed')
        .option('--fail-on-breaking', 'exit with 1 when a breaking change is as bad as the plan’s failOn')
        .action((base: string | undefined, head: string | undefined, options: DiffWords) => {
            const format = formatOf(options);
            const today = todayOf(options);
            const sides = readOperands({ base, head, baseRef: options.baseRef, plans: options.plan }, cwd, today);
            const compared = compareSides(sides, today, cwd, options.locale);
            const changed = compared.plans.some(({ diff }) => diff.changes.length > 0);
            const broken = compared.plans.some(({ diff, config }) => breaks(diff, config));
            const fails = (options.exitCode === true && changed) || (options.failOnBreaking === true && broken);
            const text = FORMATS[format]!(compared);
            answer({
                text:
                    options.out === undefined
                        ? text
                        : `${writeFiles(new Map([[options.out, text]]), cwd).join('\n')}\n`,
                exit: fails ? EXIT.findings : EXIT.fine,
            });
        });
}

function formatOf({ format, out }: DiffWords): string {
    const ending = out === undefined ? undefined : /\.[a-z]+$/i.exec(out)?.[0].toLowerCase();
    const told = format ?? (out === undefined ? 'text' : ENDINGS[ending ?? '']);
    if (told === undefined) {
        throw new Failure({
            en: `\`--out ${out}\`: say with \`--format\` what to write, or let the name end in .md, .json, .html or .txt.`,
            id: `\`--out ${out}\`: sebutkan formatnya dengan \`--format\`, atau beri nama berakhiran .md, .json, .html, atau .txt.`,
        });
    }
    return told;
}
