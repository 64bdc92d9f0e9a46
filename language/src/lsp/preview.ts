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
    PreviewTrouble,
    PreviewUpdate,
    PreviewView,
    PreviewWatch,
    PreviewWhy,
    PreviewWhyParams,
} from '../protocol.ts';
import { together } from '../render/markup.ts';
import type { PageContext } from '../render/page/section.ts';
import { writeVerdict } from '../render/page/verdict.ts';
import { orderDimensions, titleOf } from '../render/program-view.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Checked } from '../rules/check.ts';
import { writeExport } from './preview-export.ts';
import { drawFigures, GROUPS_OF, writeTable } from './preview-figures.ts';
import { Places } from './preview-markup.ts';
import { drawRoadmapParts } from './preview-roadmap.ts';

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
}

/**
 * The preview, as far as the server is concerned: draws what the panel asked for after every build, and sends what is
 * different from what the panel has. While a text cannot be read whole, the last good plan is drawn on.
 */
export class Preview {
    private watched: PreviewWatch | undefined;
    private root: string | undefined;
    private good: { readonly root: string; readonly checked: Checked } | undefined;
    /** What the panel has, by view. */
    private readonly sent = new Map<PreviewView, ReadonlyMap<string, string>>();

    constructor(private readonly plans: PreviewPlans) {}

    /** Shows what the panel asks for, from now on. */
    watch(params: PreviewWatch): void {
        this.watched = params;
        if (params.fresh) {
            this.sent.clear();
        }
        const root = params.file === undefined ? undefined : this.plans.rootOf(params.file);
        if (root !== undefined) {
            this.root = root;
        }
        this.refresh();
    }

    /** Sends nothing more. */
    close(): void {
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
        const fresh = this.sent.size === 0;
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

    private chooseRoot(): string | undefined {
        const roots = this.plans.roots();
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
        const places = new Places();
        const parts = options.view === 'roadmap' ? drawRoadmapParts(checked, options, drawing) : undefined;
        const markup = parts?.markup ?? drawFigures(checked, options.view, { ...drawing, embedded: true });
        const changed = this.keep(options.view, markup, places);
        const found = this.findingsOf(checked, options.view);
        return {
            locale,
            title: plan.masterplan ? titleOf(plan.masterplan) : locale === 'id' ? 'Rencana' : 'Plan',
            verdict: together(writeVerdict(context)).source,
            shown: parts?.shown ?? plan.programs.length,
            total: parts?.total ?? plan.programs.length,
            ...(parts === undefined ? { figures: [...markup.keys()] } : { roadmap: parts.roadmap }),
            markup: changed,
            ...(options.table ? { table: writeTable(context, options.view) } : {}),
            findings: found.slice(0, MOST_FINDINGS).map((finding) => showFinding(finding, locale, places)),
            found: found.length,
            files: places.files,
            places: places.byKey,
            opds: plan.opds.filter(({ library }) => library === undefined).map(choice),
            dimensions: orderDimensions(plan).map(choice),
        };
    }

    /** Remembers what the panel has after this, and gives what it lacks. */
    private keep(view: PreviewView, markup: ReadonlyMap<string, string>, places: Places): Record<string, string> {
        const before = this.sent.get(view);
        const now = new Map<string, string>();
        const changed: Record<string, string> = {};
        for (const [key, text] of markup) {
            const bare = places.take(text);
            now.set(key, bare);
            if (before?.get(key) !== bare) {
                changed[key] = bare;
            }
        }
        this.sent.set(view, now);
        return changed;
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

function showFinding(finding: Finding, locale: Locale, places: Places): PreviewFinding {
    const { rule, severity, message, at, subjects } = finding;
    return { rule, severity, message: message[locale], at: [places.indexOf(at.file), at.start, at.end], subjects };
}

function choice(named: { readonly name: string; readonly title: string }): PreviewChoice {
    return { name: named.name, title: titleOf(named) };
}
