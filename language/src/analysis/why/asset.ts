import { isoDate } from '../../plan/calendar.ts';
import type { Asset } from '../../plan/declarations/asset.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { AssetLife } from '../schedule-types.ts';
import { code, plain, type Reason, type Telling } from './reason.ts';

/** Why an asset is there from a day on, and until when. */
export function explainAsset(telling: Telling, asset: Asset, deliverer?: Program): Reason {
    const life = telling.analysis.schedule.assets.get(asset.name);
    const by = asset.since === undefined ? (deliverer ?? life?.deliverer) : undefined;
    const finish = by === undefined ? undefined : telling.analysis.schedule.byName.get(by.name)?.finish;
    const from = finish === undefined ? (life?.from ?? null) : finish + 1;
    const day = from === null ? undefined : isoDate(from);
    const there =
        day === undefined
            ? { en: `${code(asset.name)} is taken as there`, id: `${code(asset.name)} dianggap sudah ada` }
            : { en: `${code(asset.name)} is there from ${day}`, id: `${code(asset.name)} tersedia mulai ${day}` };
    return telling.once(asset.name, there, () => ({
        sentence: { en: `${there.en}.`, id: `${there.id}.` },
        at: asset.at,
        because: [beginning(telling, asset, by, life), ...ending(telling, asset, life)],
    }));
}

function beginning(telling: Telling, asset: Asset, by: Program | undefined, life: AssetLife | undefined): Reason {
    if (asset.since !== undefined) {
        const words = code(`since ${asset.since.when.text}`);
        return plain(`${words} is written.`, `Tertulis ${words}.`, asset.since.clause);
    }
    if (by !== undefined) {
        const delivery = by.delivers?.refs.find(({ name }) => name === asset.name);
        const others = (life?.deliverers.length ?? 1) > 1;
        return {
            sentence: {
                en: `${code(by.name)} delivers it${others ? ' first' : ''}.`,
                id: `${code(by.name)} ${others ? 'paling awal ' : ''}menyerahkannya.`,
            },
            at: delivery?.at ?? by.at,
            because: [telling.program(by)],
        };
    }
    const undated = life?.deliverers[0];
    if (undated !== undefined) {
        return {
            sentence: {
                en: `${code(undated.name)} delivers it, on no known day.`,
                id: `${code(undated.name)} menyerahkannya, tanpa tanggal.`,
            },
            at: undated.delivers?.refs.find(({ name }) => name === asset.name)?.at ?? undated.at,
            because: [telling.program(undated)],
        };
    }
    return plain(
        'No program delivers it and no `since` says from when.',
        'Tidak ada program yang menyerahkannya dan tidak ada `since`.',
        asset.at,
    );
}

function ending(telling: Telling, asset: Asset, life: AssetLife | undefined): readonly Reason[] {
    if (life === undefined || life.to === null) {
        return [];
    }
    const day = isoDate(life.to);
    if (life.replacedBy === undefined) {
        return [plain(`It ends ${day}.`, `Berakhir ${day}.`, asset.until?.clause)];
    }
    const by = telling.analysis.plan.names.get(life.replacedBy);
    const at =
        by !== undefined && 'replaces' in by
            ? by.replaces?.refs.find(({ name }) => name === asset.name)?.at
            : undefined;
    return [
        {
            sentence: {
                en: `It ends ${day}, when ${code(life.replacedBy)} replaces it.`,
                id: `Berakhir ${day}, ketika digantikan ${code(life.replacedBy)}.`,
            },
            ...(at === undefined ? {} : { at }),
            because: by?.kind === 'program' ? [telling.program(by)] : [],
        },
    ];
}
