import type { Day } from '../../plan/calendar.ts';
import type { Application } from '../../plan/declarations/asset.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Plan } from '../../plan/plan.ts';
import type { AssetLife } from '../schedule-types.ts';
import type { Days } from './days.ts';
import type { Network } from './network.ts';

/** What ends an asset: its own `until`, or the name of what replaces it. */
interface End {
    readonly day: Day;
    readonly replacedBy: string | undefined;
}

/** When each asset is there, by name. */
export function livesOf(plan: Plan, network: Network, days: Days): ReadonlyMap<string, AssetLife> {
    const { programs, assets, deliverers } = network;
    const ends = endsOf(network, days);
    const lost = lostOf(plan, network);
    const lives = new Map<string, AssetLife>();
    assets.forEach((asset, index) => {
        const from = days.there[index]!;
        const end = ends[index];
        lives.set(asset.name, {
            asset,
            from: Number.isNaN(from) ? null : from,
            to: end?.day ?? null,
            deliverers: deliverers[index]!,
            deliverer: programs[days.deliverer[index]!],
            replacedBy: end?.replacedBy,
            undelivered: asset.since === undefined && deliverers[index]!.length === 0 && !lost.has(asset.name),
        });
    });
    return lives;
}

/** What cancelled and dropped programs would have delivered. */
function lostOf(plan: Plan, { programs }: Network): ReadonlySet<string> {
    const live = programs.length === plan.programs.length ? undefined : new Set(programs);
    const left = live === undefined ? [] : plan.programs.filter((program) => !live.has(program));
    return new Set(left.flatMap((program) => program.delivers?.refs.map((ref) => ref.name) ?? []));
}

/** The earliest end of each asset that has one. */
function endsOf({ programs, assets, nodeOf }: Network, { finish, there }: Days): readonly (End | undefined)[] {
    const ends = assets.map(({ until }): End | undefined => until && { day: until.when.last, replacedBy: undefined });
    const replace = (by: Program | Application, day: Day): void => {
        for (const { name } of by.replaces?.refs ?? []) {
            const asset = (nodeOf(name) ?? -1) - programs.length;
            const known = ends[asset];
            if (asset >= 0 && name !== by.name && !Number.isNaN(day) && (known === undefined || day < known.day)) {
                ends[asset] = { day, replacedBy: by.name };
            }
        }
    };
    programs.forEach((program, node) => {
        replace(program, finish[node]!);
    });
    assets.forEach((asset, index) => {
        if (asset.kind === 'application') {
            replace(asset, there[index]! - 1);
        }
    });
    return ends;
}
