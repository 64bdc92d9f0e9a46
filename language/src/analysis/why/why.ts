import type { Nameable } from '../../plan/declarations/declaration.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Analysis } from '../analysis.ts';
import { explainAsset } from './asset.ts';
import { explainIndicator } from './level.ts';
import { explainActivity, explainProgram } from './program.ts';
import { type Reason, Telling } from './reason.ts';
import { explainFramework, explainTargets } from './target.ts';

/** What can be asked for: what has days, or a level. */
export const EXPLAINED: ReadonlySet<Nameable['kind']> = new Set([
    'program',
    'activity',
    'service',
    'data',
    'application',
    'infrastructure',
    'framework',
    'indicator',
]);

/**
 * Why a program or an activity runs when it does, an asset is there when it is, an indicator stands where it does, and
 * why the targets of a framework are met or missed: a chain down to the clauses that say so. `undefined` for a name that
 * is not there, or stands for something without days or levels. `findings` are the plan's: with them, what bars a level is
 * named; without, only its rule.
 */
export function why(analysis: Analysis, name: string, findings: readonly Finding[] = []): Reason | undefined {
    const found = analysis.plan.names.get(name);
    const telling = new Telling(analysis, findings, { program: explainProgram, asset: explainAsset });
    switch (found?.kind) {
        case 'program':
            return explainProgram(telling, found);
        case 'activity': {
            const program = analysis.plan.names.get(name.slice(0, name.lastIndexOf('.')));
            return program?.kind === 'program' ? explainActivity(telling, program, found) : undefined;
        }
        case 'service':
        case 'data':
        case 'application':
        case 'infrastructure':
            return explainAsset(telling, found);
        case 'framework': {
            const line = analysis.projection.frameworks.find((each) => each.framework.name === name);
            return line === undefined ? undefined : explainFramework(telling, line);
        }
        case 'indicator': {
            const frame = analysis.projection.frameworks.find((each) => each.framework.name === found.framework);
            const line = frame?.indicators.find((each) => each.indicator.name === name);
            if (frame === undefined || line === undefined) {
                return undefined;
            }
            const reason = explainIndicator(telling, frame.framework, line);
            return { ...reason, because: [...reason.because, ...explainTargets(telling, frame, name)] };
        }
        default:
            return undefined;
    }
}
