import type { FrameworkLine } from '../../analysis/projection-types.ts';
import type { Checked } from '../../rules/check.ts';
import type { PictureOptions } from '../picture.ts';

/** What a panel is drawn from. */
export interface Panel {
    readonly checked: Checked;
    readonly line: FrameworkLine;
    /** The same framework in the plan that this one is compared with, if there is one. */
    readonly base: FrameworkLine | undefined;
    readonly options: PictureOptions;
    readonly width: number;
}
