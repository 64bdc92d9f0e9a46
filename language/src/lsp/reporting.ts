import type { Severity } from '../plan/config.ts';
import type { Finding } from '../plan/finding.ts';
import type { Locale } from '../plan/message.ts';
import { METHOD, type PlanStatus } from '../protocol.ts';
import type { Checked } from '../rules/check.ts';
import type { Abilities } from './abilities.ts';
import type { Client } from './client.ts';
import { configurationItems } from './configuration-diagnostics.ts';
import { Publisher, type Report } from './publisher.ts';
import type { ServerWorkspace } from './server-workspace.ts';
import { turn } from './turn.ts';

/** What belongs to no plan is reported under this name. */
const CONFIGURATIONS = 'smartcity.json';

/** Tells the editor what was found in the plans: what differs from what it was told before. */
export class Reporting {
    readonly publisher: Publisher;
    private readonly reported = new Map<string, Checked>();
    private readonly counts = new WeakMap<readonly Finding[], Counts>();
    private hasNews = false;
    /** Whether answers were given that files read since may have changed. */
    private hasRead = true;
    private hasBuilt = false;

    constructor(
        private readonly workspace: ServerWorkspace,
        private readonly client: Client,
        private readonly can: Abilities,
        private readonly locale: () => Locale,
    ) {
        this.publisher = new Publisher(
            (file) => workspace.workspace.lines(file),
            (report) => this.send(report),
            can.pullsDiagnostics,
        );
    }

    /** Makes everything news again: the language has changed. */
    forget(): void {
        this.reported.clear();
        this.publisher.forget();
    }

    /** Checks a plan and takes what was found. Nothing happens when nothing has changed. */
    report(root: string): void {
        const checked = this.workspace.workspace.check(root);
        if (this.reported.get(root) === checked) {
            return;
        }
        this.reported.set(root, checked);
        this.hasBuilt = true;
        this.publisher.update(root, byFile(checked), this.locale(), this.can);
        this.tellStatus(root, checked);
    }

    /**
     * Brings all plans up to date, a plan at a time, with a turn for others in between. Gives up when superseded; what is
     * left then is done the next time. True when all is done and some plan was checked anew.
     */
    async reportAll(isSuperseded: () => boolean): Promise<boolean> {
        const { workspace } = this.workspace;
        await this.workspace.flushInTurns();
        this.hasRead ||= this.workspace.files.isReading;
        if (isSuperseded() || this.workspace.files.isReading) {
            return false;
        }
        this.publisher.updateItems(
            CONFIGURATIONS,
            configurationItems(this.workspace.plans.configured.values(), this.locale()),
        );
        for (const root of workspace.planRoots()) {
            if (isSuperseded() || this.workspace.files.isReading) {
                return false;
            }
            // Plans may come and go while others have their turn.
            if (workspace.planRoots().includes(root) && this.reported.get(root) !== workspace.check(root)) {
                this.report(root);
                await turn();
            }
        }
        this.clean();
        this.refresh();
        const { hasBuilt } = this;
        this.hasBuilt = false;
        for (const root of workspace.planRoots()) {
            await turn();
            while (!isSuperseded() && workspace.planRoots().includes(root) && workspace.prepare(root)) {
                await turn();
            }
        }
        return hasBuilt;
    }

    private clean(): void {
        const roots = new Set(this.workspace.workspace.planRoots());
        for (const root of this.reported.keys()) {
            if (!roots.has(root)) {
                this.reported.delete(root);
            }
        }
        this.publisher.keep(new Set([...roots, CONFIGURATIONS]));
    }

    private send({ file, items }: Report): void {
        this.hasNews = true;
        if (!this.can.pullsDiagnostics) {
            const document = this.workspace.document(file);
            this.client.notify('textDocument/publishDiagnostics', {
                uri: document?.uri ?? file,
                ...(this.can.versions && document?.version != null ? { version: document.version } : {}),
                diagnostics: items,
            });
        }
    }

    /** What stands beside the text in one file may follow from an edit in another. */
    private refresh(): void {
        if (!this.hasNews && !this.hasRead) {
            return;
        }
        this.hasNews = false;
        this.hasRead = false;
        const { refreshesDiagnostics, pullsDiagnostics, refreshesHints, refreshesLenses, refreshesTokens } = this.can;
        if (refreshesDiagnostics && pullsDiagnostics) {
            void this.client.ask('workspace/diagnostic/refresh', null);
        }
        if (refreshesHints) {
            void this.client.ask('workspace/inlayHint/refresh', null);
        }
        if (refreshesLenses) {
            void this.client.ask('workspace/codeLens/refresh', null);
        }
        if (refreshesTokens) {
            void this.client.ask('workspace/semanticTokens/refresh', null);
        }
    }

    /** How many open findings a file's list holds. An unchanged list is the same one as before, and counted once. */
    private countsOf(list: readonly Finding[]): Counts {
        let counts = this.counts.get(list);
        if (counts === undefined) {
            const made = { error: 0, warning: 0, info: 0 };
            for (const { severity, waived } of list) {
                if (waived === null) {
                    made[severity]++;
                }
            }
            counts = made;
            this.counts.set(list, counts);
        }
        return counts;
    }

    private tellStatus(root: string, checked: Checked): void {
        const { plan } = checked.analysis;
        if (plan.fragments.length === 0) {
            return;
        }
        const count = { error: 0, warning: 0, info: 0 };
        for (const list of checked.byFile.values()) {
            const { error, warning, info } = this.countsOf(list);
            count.error += error;
            count.warning += warning;
            count.info += info;
        }
        const title = plan.masterplan?.title || decodeURIComponent(root.slice(root.lastIndexOf('/') + 1));
        const status: PlanStatus = { root, title, programs: plan.programs.length, ...count };
        this.client.notify(METHOD.status, status);
    }
}

type Counts = Readonly<Record<Severity, number>>;

/** The findings of a plan by file, in their order; a plan without files has none. */
function byFile({ byFile, analysis }: Checked): ReadonlyMap<string, readonly Finding[]> {
    return analysis.plan.fragments.length > 0 ? byFile : NOTHING;
}

const NOTHING: ReadonlyMap<string, readonly Finding[]> = new Map();
