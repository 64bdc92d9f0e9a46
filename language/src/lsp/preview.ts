import type { Finding } from '../plan/finding.ts';
import type { Locale } from '../plan/message.ts';
import type { Origin, Place } from '../plan/origin.ts';
import type {
    PreviewChoice,
    PreviewExport,
    PreviewExportParams,
    PreviewFinding,
    PreviewOptions,
    PreviewPicture,
    PreviewSeen,
    PreviewTrouble,
    PreviewUpdate,
    PreviewView,
    PreviewWatch,
    PreviewWhy,
    PreviewWhyParams,
} from '../protocol.ts';
import type { PageContext } from '../render/page/section.ts';
import { orderDimensions, titleOf } from '../render/program-view.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Checked } from '../rules/check.ts';
import { writeExport } from './preview-export.ts';
import { drawFigures, GROUPS_OF, placeSums, writeTable } from './preview-figures.ts';
import { drawRoadmapParts, type RoadmapParts } from './preview-roadmap.ts';
import { Sent } from './preview-sent.ts';
import { writeViewVerdict } from './preview-verdict.ts';
import { turn } from './turn.ts';

/** Rows out of sight are drawn for so many milliseconds, then others have their turn. */
const SLICE = 12;

/** More findings than this are only counted. */
const MOST_FINDINGS = 200;

/** The plans of the editor, as the preview needs them. */
export interface PreviewPlans {
    /** The roots of all plans, in order. */
    roots(): readonly string[];
    /** The root of the plan that a file, known by its address, is part of. */
    rootOf(file: string): string | undefined;
    checked(root: string): Checked;
    locale(root: string): Locale;
    place(at: Origin): Place;
    send(update: PreviewUpdate): void;
    /** Takes an error of ours that belongs to no request. */
    failed(error: unknown): void;
}

/**
 * The preview, as far as the server is concerned: draws what the panel asked for after every build, and sends what is
 * different from what the panel has. While a text cannot be read whole, the last good plan is drawn on.
 */
export class Preview {
    private watched: PreviewWatch | undefined;
    private root: string | undefined;
    private good: { readonly root: string; readonly checked: Checked } | undefined;
    private readonly sent = new Sent();
    /** The rows in sight are drawn at once, the others when there is time. */
    private seen: PreviewSeen = { from: 0, to: 60 };
    /** Counts pictures: rows of one that is no longer the last need not be drawn. */
    private version = 0;

    constructor(private readonly plans: PreviewPlans) {}

    /** Shows what the panel asks for, from now on. */
    watch(params: PreviewWatch): void {
        this.watched = params;
        if (params.fresh) {
            this.sent.clear();
        }
        this.refresh();
    }

    /** Takes note of the rows in sight. */
    see(seen: PreviewSeen): void {
        this.seen = seen;
    }

    /** Sends nothing more. */
    close(): void {
        this.version += 1;
        this.watched = undefined;
        this.good = undefined;
        this.sent.clear();
    }

    /** Looks at the plan again: to be called after every build. */
    refresh(): void {
        if (this.watched === undefined) {
            return;
        }
        const { options } = this.watched;
        const root = this.chooseRoot();
        const fresh = this.sent.isEmpty;
        this.version += 1;
        if (root === undefined) {
            this.plans.send({ fresh, view: options.view, trouble: NO_PLAN });
            return;
        }
        const now = this.plans.checked(root);
        const broken = now.findings.find(({ rule }) => rule === 'syntax-error');
        if (broken === undefined || this.good?.root !== root) {
            this.good = { root, checked: now };
        }
        this.plans.send({
            fresh,
            view: options.view,
            ...(broken === undefined ? {} : { trouble: this.tellBroken(broken, root) }),
            picture: this.draw(this.good.checked, options, root),
        });
    }

    /** What is found about the program or asset that a shape stands for. */
    why({ key }: PreviewWhyParams): PreviewWhy {
        const { good } = this;
        if (good === undefined) {
            return { findings: [] };
        }
        const locale = this.plans.locale(good.root);
        const name = key.replace(/^[a-z-]+:/, '');
        const findings = good.checked.findings
            .filter(({ waived, subjects }) => waived === null && subjects.includes(name))
            .sort(byWorst)
            .slice(0, 5)
            .map(({ rule, severity, message }) => ({ rule, severity, message: message[locale] }));
        return { findings };
    }

    /** The picture as it is seen, as a file. */
    export(params: PreviewExportParams): PreviewExport {
        const root = this.chooseRoot();
        const checked =
            root === undefined ? undefined : this.good?.root === root ? this.good.checked : this.plans.checked(root);
        if (root === undefined || checked === undefined) {
            return { text: null, name: params.options.view };
        }
        return writeExport(checked, params, this.plans.locale(root));
    }

    /** The plan of the file that is worked on; of a file in no plan, or none yet, the one shown before, or the first. */
    private chooseRoot(): string | undefined {
        const roots = this.plans.roots();
        const file = this.watched?.file;
        this.root = (file === undefined ? undefined : this.plans.rootOf(file)) ?? this.root;
        if (this.root === undefined || !roots.includes(this.root)) {
            this.root = roots[0];
        }
        return this.root;
    }

    private tellBroken(finding: Finding, root: string): PreviewTrouble {
        const { file, start, end } = finding.at;
        return { kind: 'broken', message: finding.message[this.plans.locale(root)], file, start, end };
    }

    private draw(checked: Checked, options: PreviewOptions, root: string): PreviewPicture {
        const locale = this.plans.locale(root);
        const { plan } = checked.analysis;
        const drawing = { locale, theme: 'auto', width: options.width } as const;
        const context: PageContext = {
            checked,
            locale,
            say: (message) => message[locale],
            options: { ...drawing, rules: RULES, locate: (at) => ({ file: at.file, ...this.plans.place(at) }) },
        };
        const { view } = options;
        const parts = view === 'roadmap' ? drawRoadmapParts(checked, options, drawing) : undefined;
        const markup = parts?.markup ?? drawFigures(checked, view, { ...drawing, embedded: true });
        for (const [key, text] of markup) {
            this.sent.part(view, key, text);
        }
        placeSums(checked, view, this.sent);
        const rows = parts?.roadmap.rows.map(({ key }) => `row:${key}`) ?? [];
        this.sent.retain(view, new Set([...markup.keys(), ...rows]));
        if (parts !== undefined) {
            this.drawRows(parts, rows);
        }
        const found = this.findingsOf(checked, view);
        const findings = found.slice(0, MOST_FINDINGS).map((finding) => showFinding(finding, locale, this.sent));
        return {
            root,
            locale,
            title: plan.masterplan ? titleOf(plan.masterplan) : locale === 'id' ? 'Rencana' : 'Plan',
            verdict: writeViewVerdict(context, view),
            shown: parts?.shown ?? plan.programs.length,
            total: parts?.total ?? plan.programs.length,
            ...(parts === undefined ? { figures: [...markup.keys()] } : { roadmap: parts.roadmap }),
            ...(options.table ? { table: writeTable(context, view) } : {}),
            findings,
            found: found.length,
            ...this.sent.takeDelta(),
            files: [...this.sent.files],
            opds: plan.opds.filter(({ library }) => library === undefined).map(choice),
            dimensions: orderDimensions(plan).map(choice),
        };
    }

    /** Draws the rows in sight, and begins with the others. */
    private drawRows(parts: RoadmapParts, keys: readonly string[]): void {
        const from = Math.max(0, Math.min(this.seen.from, keys.length - 1));
        const to = Math.min(keys.length, Math.max(this.seen.to, from + 1));
        for (let index = from; index < to; index++) {
            this.sent.part('roadmap', keys[index]!, parts.drawRow(index));
        }
        const rest = [...keys.keys()].filter((index) => index < from || index >= to);
        if (rest.length > 0) {
            // The nearest first: where one scrolls to.
            rest.sort((a, b) => distance(a, from, to) - distance(b, from, to));
            this.drawRest(parts, keys, rest, this.version).catch((error) => this.plans.failed(error));
        }
    }

    /** Draws what is out of sight, a few milliseconds at a time, until there is a newer picture. */
    private async drawRest(
        parts: RoadmapParts,
        keys: readonly string[],
        rest: number[],
        version: number,
    ): Promise<void> {
        for (let next = 0; next < rest.length; ) {
            await turn();
            if (this.version !== version) {
                return;
            }
            const end = performance.now() + SLICE;
            for (; next < rest.length && performance.now() < end; next++) {
                this.sent.part('roadmap', keys[rest[next]!]!, parts.drawRow(rest[next]!));
            }
            const more = { ...this.sent.takeDelta(), files: [...this.sent.files] };
            if (Object.keys(more.markup).length + Object.keys(more.places).length > 0) {
                this.plans.send({ fresh: false, view: 'roadmap', more });
            }
        }
    }

    private findingsOf(checked: Checked, view: PreviewView): Finding[] {
        const rules = new Set(RULES.filter(({ group }) => GROUPS_OF[view].includes(group)).map(({ name }) => name));
        return checked.findings.filter(({ rule, waived }) => waived === null && rules.has(rule)).sort(byWorst);
    }
}

const NO_PLAN: PreviewTrouble = { kind: 'no-plan', message: '' };

const WORST = ['error', 'warning', 'info'];

/** Worst first; of equals the order stays, which is that of places. */
function byWorst(a: Finding, b: Finding): number {
    return WORST.indexOf(a.severity) - WORST.indexOf(b.severity);
}

function showFinding(finding: Finding, locale: Locale, sent: Sent): PreviewFinding {
    const { rule, severity, message, at, subjects } = finding;
    return { rule, severity, message: message[locale], at: [sent.indexOf(at.file), at.start, at.end], subjects };
}

function choice(named: { readonly name: string; readonly title: string }): PreviewChoice {
    return { name: named.name, title: titleOf(named) };
}

/** How far a row is from those in sight. */
function distance(index: number, from: number, to: number): number {
    return index < from ? from - index : index - to;
}
