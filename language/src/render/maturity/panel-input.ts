import type { FrameworkLine } from '../../analysis/projection-types.ts';
import type { Checked } from '../../rules/check.ts';
import type { PictureOptions } from '../picture.ts';

/** What a panel is drawn from. */
export interface Panel {
    readonly checked: Checked;
    readonly line: FrameworkLine;
    readonly options: PictureOptions;
    readonly width: number;
}
