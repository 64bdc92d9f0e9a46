/** How long the keyboard has to be still before work begins, in milliseconds: less than anybody types apart. */
const QUIET = 4;
/** How long work is put off at most while changes keep coming. */
const PATIENCE = 60;
/** How long a rest may be at most, in milliseconds. */
const MOST_REST = 100;

/**
 * Does work after changes: once for many that come close together, and again when more came meanwhile. The work asks
 * between its steps whether it is superseded, and may give up.
 */
export class Builder {
    private changes = 0;
    private firstChange = 0;
    /** When work ended last, and how long it took. */
    private ended = 0;
    private took = 0;
    private timer: NodeJS.Timeout | undefined;
    private running: Promise<void> | undefined;
    private waiting: (() => void)[] = [];

    constructor(
        private readonly work: (isSuperseded: () => boolean) => Promise<void>,
        private readonly now: () => number = () => performance.now(),
    ) {}

    /** Tells of a change. */
    touch(): void {
        if (this.changes++ === 0 || (this.timer === undefined && this.running === undefined)) {
            this.firstChange = this.now();
        }
        if (this.running === undefined) {
            this.schedule();
        }
    }

    /** Waits until nothing is left to do. */
    idle(): Promise<void> {
        return this.timer === undefined && this.running === undefined
            ? Promise.resolve()
            : new Promise((resolve) => this.waiting.push(resolve));
    }

    /** Does no more work. */
    stop(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
        this.changes = 0;
        this.finish();
    }

    private schedule(): void {
        clearTimeout(this.timer);
        const now = this.now();
        const left = Math.min(QUIET, this.firstChange + PATIENCE - now);
        // Work that takes longer than the keys are apart would leave no time for anything else: it rests as long as it
        // took, and the keys and questions that came meanwhile are taken.
        const rest = this.ended + Math.min(this.took, MOST_REST) - now;
        this.timer = setTimeout(() => this.run(), Math.max(0, left, rest));
    }

    private run(): void {
        this.timer = undefined;
        this.changes = 0;
        const since = this.now();
        // Whoever types without a pause has to see something now and then.
        const isSuperseded = (): boolean => this.changes > 0 && this.now() - since < 5 * PATIENCE;
        this.running = this.work(isSuperseded).finally(() => {
            this.running = undefined;
            this.ended = this.now();
            this.took = this.ended - since;
            if (this.changes > 0) {
                this.schedule();
            } else {
                this.finish();
            }
        });
    }

    private finish(): void {
        const { waiting } = this;
        this.waiting = [];
        for (const each of waiting) {
            each();
        }
    }
}
