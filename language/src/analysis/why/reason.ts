import type { Asset } from '../../plan/declarations/asset.ts';
import type { Framework, Indicator } from '../../plan/declarations/framework.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Message } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Analysis } from '../analysis.ts';
import { type Bar, readBars } from '../projection/bars.ts';

/** A sentence, the clause that says so, and what that follows from. */
export interface Reason {
    readonly sentence: Message;
    /** The clause, or the name it is about; absent where nothing written says it. */
    readonly at?: Origin;
    readonly because: readonly Reason[];
}

/** So long a chain is followed; a longer one goes on with a question of its own. */
const DEEPEST = 60;

/** How the things are explained that others follow from. */
export interface Explainers {
    program(telling: Telling, program: Program): Reason;
    /** `deliverer` is who delivers it for whoever asks; else the one who delivers it first. */
    asset(telling: Telling, asset: Asset, deliverer?: Program): Reason;
}

/** One explanation while it is put together: each program and each asset is explained once, and no chain is endless. */
export class Telling {
    private readonly told = new Set<string>();
    private depth = 0;
    private bars: ReturnType<typeof readBars> | undefined;

    constructor(
        readonly analysis: Analysis,
        private readonly findings: readonly Finding[],
        private readonly explainers: Explainers,
    ) {}

    /** What keeps an indicator down, among the findings that were given. */
    barsOf(framework: Framework, indicator: Indicator): readonly Bar[] {
        this.bars ??= readBars(this.analysis.plan, this.findings, this.analysis.ties);
        return this.bars(framework, indicator).bars;
    }

    /** Why a program runs when it does. */
    program(program: Program): Reason {
        return this.explainers.program(this, program);
    }

    /** Why an asset is there when it is. */
    asset(asset: Asset, deliverer?: Program): Reason {
        return this.explainers.asset(this, asset, deliverer);
    }

    /** Explains something unless it has been, or the chain is too long: then `short` stands for it. */
    once(name: string, short: Message, explain: () => Reason): Reason {
        if (this.told.has(name)) {
            const { en, id } = short;
            return { sentence: { en: `${en} (told above).`, id: `${id} (lihat di atas).` }, because: [] };
        }
        if (this.depth >= DEEPEST) {
            const { en, id } = short;
            return {
                sentence: {
                    en: `${en}; the chain goes on: \`smartcity why ${name}\`.`,
                    id: `${id}; rantainya berlanjut: \`smartcity why ${name}\`.`,
                },
                because: [],
            };
        }
        this.told.add(name);
        this.depth++;
        const reason = explain();
        this.depth--;
        return reason;
    }
}

/** A reason that rests on nothing else. */
export function plain(en: string, id: string, at?: Origin): Reason {
    return { sentence: { en, id }, because: [], ...(at === undefined ? {} : { at }) };
}

/** A name in a sentence. */
export function code(name: string): string {
    return `\`${name}\``;
}
