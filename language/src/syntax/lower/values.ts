import type { Written } from '../../plan/declarations/clause.ts';
import { parseMoney, type Rupiah } from '../../plan/money.ts';
import type * as Ast from '../generated/ast.ts';
import { isClosed } from '../texts.ts';
import type { Context } from './context.ts';

/** A year of four digits. */
export function readYear(context: Context, node: Ast.Num): Written<number> | undefined {
    if (/^\d{4}$/.test(node.text)) {
        return { value: Number(node.text), at: context.at(node) };
    }
    return context.invalid(node, node.text, {
        en: `\`${node.text}\` is no year. Money is planned by calendar year, such as \`2020\`.`,
        id: `\`${node.text}\` bukan tahun. Anggaran direncanakan per tahun kalender, misalnya \`2020\`.`,
    });
}

/** A number, with a decimal point. `what` bounds it: whole, least, most. */
export function readNumber(
    context: Context,
    node: Ast.Num | undefined,
    bounds: { readonly whole?: boolean; readonly least?: number; readonly most?: number } = {},
): number | undefined {
    if (node === undefined) {
        return undefined;
    }
    const value = /^-?\d[\d_]*(?:\.\d[\d_]*)?$/.test(node.text) ? Number(node.text.replaceAll('_', '')) : Number.NaN;
    if (!Number.isFinite(value)) {
        const right = /^-?\d+,\d+$/.test(node.text) ? node.text.replace(',', '.') : undefined;
        return context.invalid(
            node,
            node.text,
            {
                en: `\`${node.text}\` is no number.${right === undefined ? '' : ` Decimals take a point: \`${right}\`.`}`,
                id: `\`${node.text}\` bukan angka.${right === undefined ? '' : ` Desimal memakai titik: \`${right}\`.`}`,
            },
            right,
        );
    }
    if (bounds.whole === true && !Number.isSafeInteger(value)) {
        return context.invalid(node, node.text, {
            en: `\`${node.text}\` must be a whole number.`,
            id: `\`${node.text}\` harus bilangan bulat.`,
        });
    }
    const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bounds;
    if (value < least || value > most) {
        return context.invalid(node, node.text, {
            en: `\`${node.text}\` is out of range: ${range(least, most).en}.`,
            id: `\`${node.text}\` di luar rentang: ${range(least, most).id}.`,
        });
    }
    return value;
}

function range(least: number, most: number): { readonly en: string; readonly id: string } {
    if (most === Number.POSITIVE_INFINITY) {
        return { en: `at least ${least}`, id: `paling sedikit ${least}` };
    }
    return { en: `${least} to ${most}`, id: `${least} sampai ${most}` };
}

/** A number and its place. */
export function readWrittenNumber(context: Context, node: Ast.Num): Written<number> | undefined {
    const value = readNumber(context, node);
    return value === undefined ? undefined : { value, at: context.at(node) };
}

/** An amount of money in rupiah. */
export function readMoney(context: Context, node: Ast.Money): Written<Rupiah> | undefined {
    const reading = parseMoney(node.text);
    if (reading.value !== undefined) {
        return { value: reading.value, at: context.at(node) };
    }
    const right = reading.suggestion;
    const written = node.text.replace(/\s+/g, ' ');
    return context.invalid(
        node,
        written,
        {
            en: `\`${written}\` is no amount. Write ${right === undefined ? '`Rp 850 juta`, `Rp 1.25 miliar` or `Rp 1_250_000_000`' : `\`${right}\``}.`,
            id: `\`${written}\` bukan jumlah uang. Tulis ${right === undefined ? '`Rp 850 juta`, `Rp 1.25 miliar` atau `Rp 1_250_000_000`' : `\`${right}\``}.`,
        },
        right,
    );
}

/** What a text token says: quotes taken off, escapes resolved, the indentation of many lines taken away. */
export function readText(raw: string): string {
    if (raw.startsWith('"""')) {
        return dedent(raw.slice(3, isClosed(raw) ? -3 : undefined));
    }
    if (!isClosed(raw)) {
        // The text ran to the end of its line; a brace there was meant for the declaration.
        const text = raw.slice(1).trimEnd();
        return text.endsWith('{') ? text.slice(0, -1).trimEnd() : text;
    }
    const text = raw.slice(1, -1);
    return text.includes('\\') ? text.replace(/\\(["\\n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)) : text;
}

/** Takes away the indentation that all lines share. What stands right behind the opening quotes has none to share. */
function dedent(text: string): string {
    const [opening, ...lines] = text.split(/\r\n|\r|\n/);
    let indent = Number.POSITIVE_INFINITY;
    for (const line of lines) {
        const first = line.search(/\S/);
        indent = first < 0 ? indent : Math.min(indent, first);
    }
    if (lines.length > 0 && lines[lines.length - 1]!.trim() === '') {
        lines.pop();
    }
    const rest = lines.map((line) => line.slice(indent).trimEnd());
    const head = opening!.trim();
    return (head === '' ? rest : [head, ...rest]).join('\n');
}
