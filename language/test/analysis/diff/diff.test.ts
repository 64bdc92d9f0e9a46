import { describe, expect, it } from 'vitest';
import { breakingOf, breaks, comparePlans } from '../../../src/analysis/diff/diff.ts';
import { DEFAULT_CONFIG } from '../../../src/plan/config.ts';
import { check } from '../../../src/rules/check.ts';
import { checkOf, planOf, TODAY } from '../../support.ts';
import { diffOf, lines, sentences } from './diff-view.ts';

const FRAME = `masterplan kota "Kota" { period 2020..2029  ceiling 2020 Rp 1 miliar  target ladder 3 by 2022 }
dimension governance "Tata kelola" { element service "Pelayanan" }
framework ladder "Tangga" {
    scale 1..3 staged  aggregate mean
    level 3 "Menyatu" barred-by duplicate-service
    indicator service "Pelayanan" measures governance
}
fund apbd "APBD"
fund csr "CSR"
opd kominfo "Kominfo"
opd dishub "Dishub"
service letters "Surat" { owner dishub }
infrastructure network "Jaringan" { owner kominfo }
`;
const FIBRE = `program fibre "Serat optik" {
    owner kominfo  element governance.service  duration 12 months
    budget 2020 Rp 800 juta from apbd
    delivers network
    raises ladder.service to 2
}
`;
const BUS = `program bus "Bus layanan" {
    owner kominfo  partners dishub  element governance.service
    duration 6 months  needs network  finish by 2021-12
    budget 2021 Rp 200 juta from apbd
    raises ladder.service to 3
}
`;
const BASE = FRAME + FIBRE + BUS;

/** The base with words put in the place of others. */
function edit(...changes: readonly (readonly [string, string])[]): string {
    return changes.reduce((text, [from, to]) => {
        expect(text).toContain(from);
        return text.replaceAll(from, to);
    }, BASE);
}

describe('programs', () => {
    it('are new, or gone; who waited for one is told, and it is breaking', () => {
        expect(lines(diffOf(FRAME + FIBRE, BASE), 'programs')).toEqual([
            'program-added: `bus` “Bus layanan” of `kominfo` is new: 2021-01-01 to 2021-06-30, Rp 200 juta.',
        ]);
        const gone = diffOf(BASE, FRAME + BUS);
        expect(lines(gone, 'programs')).toEqual([
            'program-removed: `fibre` “Serat optik” of `kominfo` is gone.\n  `bus` waited for it.',
        ]);
        expect(breakingOf(gone, DEFAULT_CONFIG).map(({ change, severity }) => [change.breaking, severity])).toEqual([
            ['removed-dependency', 'error'],
        ]);
        expect(breakingOf(diffOf(BASE, FRAME + FIBRE), DEFAULT_CONFIG), 'nobody waited for the bus').toEqual([]);
        expect(breakingOf(diffOf(BASE, FRAME), DEFAULT_CONFIG), 'who waited is gone too').toEqual([]);
    });

    it('are cancelled and taken up again', () => {
        const cancelled = edit(['program fibre "Serat optik" {', 'program fibre "Serat optik" { cancelled']);
        expect(lines(diffOf(BASE, cancelled), 'programs')).toEqual([
            'program-cancelled: `fibre` “Serat optik” of `kominfo` is cancelled.\n  `bus` waited for it.',
        ]);
        expect(lines(diffOf(cancelled, BASE), 'programs')).toEqual([
            'program-revived: `fibre` “Serat optik” of `kominfo` is no longer cancelled: 2020-01-01 to 2020-12-31.',
        ]);
    });

    it('are known again under another name by title and owner, or by owner, dates and most of their words', () => {
        const renamed = edit(
            ['program bus "Bus layanan"', 'program service-bus "Bus layanan"'],
            ['6 months', '7 months'],
        );
        expect(lines(diffOf(BASE, renamed), 'programs')).toEqual([
            'program-renamed: `bus` is now called `service-bus`.',
        ]);
        const alike = edit(['program bus "Bus layanan"', 'program service-bus "Bus layanan data"']);
        expect([...diffOf(BASE, alike).renamed]).toEqual([['bus', 'service-bus']]);
        const other = edit(['program bus "Bus layanan"', 'program sewer "Saluran limbah"'], ['6 months', '7 months']);
        expect([...diffOf(BASE, other).renamed]).toEqual([]);
    });
});

describe('dates', () => {
    it('move by days, with the cause where it is another program', () => {
        expect(lines(diffOf(BASE, edit(['duration 12 months', 'duration 13 months'])), 'schedule')).toEqual([
            'program-moved: `bus` comes 31 days later: now 2021-02-01 to 2021-07-31, was 2021-01-01 to 2021-06-30.\n' +
                '  `network`, delivered by `fibre`, lets it start on 2021-02-01 (was 2021-01-01).',
            'program-moved: `fibre` finishes 31 days later: now 2020-01-01 to 2021-01-31, was 2020-01-01 to 2020-12-31.\n' +
                '  It says `duration 13 months` (was `duration 12 months`).',
        ]);
    });

    it('move with what is waited for no longer, or now', () => {
        expect(lines(diffOf(BASE, edit(['needs network ', ''])), 'program-moved')).toEqual([
            'program-moved: `bus` starts 366 days earlier and finishes 365 days earlier: now 2020-01-01 to 2020-06-30, was 2021-01-01 to 2021-06-30.\n' +
                '  It no longer waits for `network` (until 2021-01-01).',
        ]);
        expect(lines(diffOf(edit(['needs network ', '']), BASE), 'program-moved')[0]).toContain(
            '  It now waits for `network` until 2021-01-01.',
        );
    });

    it('move with the plan, and are lost and found', () => {
        expect(lines(diffOf(BASE, edit(['period 2020..2029', 'period 2021..2029'])), 'program-moved')[1]).toContain(
            '  The plan begins 2021-01-01 (was 2020-01-01).',
        );
        const undated = edit(['duration 6 months', '']);
        expect(lines(diffOf(BASE, undated), 'schedule')).toEqual([
            'program-undated: `bus` has no dates any more (was 2021-01-01 to 2021-06-30).\n  Its `duration 6 months` is gone.',
        ]);
        expect(lines(diffOf(undated, BASE), 'schedule')).toEqual([
            'program-dated: `bus` has dates now: 2021-01-01 to 2021-06-30.\n  It now says `duration 6 months`.',
        ]);
    });

    it('of a scenario follow from its delays, and a dropped program is left out', () => {
        const late = 'scenario late "Terlambat" { delay fibre by 12 months  drop bus }';
        const plan = planOf(BASE + late);
        const base = check(plan, TODAY);
        const diff = comparePlans(base, check(plan, TODAY, { scenario: plan.scenarios[0] }));
        expect(lines(diff, 'schedule')).toEqual([
            'program-moved: `fibre` starts 366 days later and finishes 365 days later: now 2021-01-01 to 2021-12-31, was 2020-01-01 to 2020-12-31.\n' +
                '  The scenario `late` delays it by 12 months.',
        ]);
        expect(lines(diff, 'programs')).toEqual([
            'program-cancelled: `bus` “Bus layanan” of `kominfo` is left out by the scenario `late`.',
        ]);
        expect(lines(diff, 'writing')).toEqual([]);
    });

    it('that are promised are breaking when they are put off or given up', () => {
        const classes = (from: string, to: string): string[] =>
            breakingOf(diffOf(edit(['finish by 2021-12', from]), edit(['finish by 2021-12', to])), DEFAULT_CONFIG).map(
                ({ change }) => change.sentence.en,
            );
        expect(classes('finish by 2021-12', 'finish by 2022-06')).toEqual([
            'The deadline of `bus` is put off to 2022-06-30, was 2021-12-31.',
        ]);
        expect(classes('finish by 2021-12', '')).toEqual(['The deadline of `bus` is gone (was 2021-12-31).']);
        expect(classes('finish by 2021-12', 'finish by 2021-09')).toEqual([]);
        expect(classes('', 'finish by 2021-12')).toEqual([]);
    });
});

it('owners and partners change; a first owner breaks nothing', () => {
    const diff = diffOf(
        BASE,
        edit(
            ['partners dishub', 'partners kominfo'],
            ['letters "Surat" { owner dishub', 'letters "Surat" { owner kominfo'],
        ),
    );
    expect(lines(diff, 'owners')).toEqual([
        'partners-changed: `bus` gains `kominfo` and loses `dishub` as partners.',
        'owner-changed: `letters` passes from `dishub` to `kominfo`.',
    ]);
    expect(breakingOf(diff, DEFAULT_CONFIG).map(({ change }) => change.breaking)).toEqual(['changed-owner']);
    expect(breakingOf(diffOf(edit(['{ owner dishub }', '']), BASE), DEFAULT_CONFIG)).toEqual([]);
});

it('money moves between years and funds, and over a ceiling', () => {
    expect(lines(diffOf(BASE, edit(['budget 2020 Rp 800 juta', 'budget 2021 Rp 800 juta'])), 'money')).toEqual([
        'fund-changed: `apbd`: Rp 800 juta moves from 2020 to 2021.',
        'budget-changed: `fibre` costs the same, from other funds or in other years.\n' +
            '  2020: Rp 0 from `apbd` (was Rp 800 juta).\n  2021: Rp 800 juta from `apbd` (was Rp 0).',
    ]);
    const over = diffOf(BASE, edit(['budget 2020 Rp 800 juta from apbd', 'budget 2020 Rp 1.2 miliar from csr']));
    expect(lines(over, 'money')).toEqual([
        'money-changed: The whole plan costs Rp 400 juta more: Rp 1.4 miliar, was Rp 1 miliar.',
        'fund-changed: `apbd`: Rp 800 juta less in 2020.',
        'fund-changed: `csr`: Rp 1.2 miliar more in 2020.',
        'budget-changed: `fibre` costs Rp 400 juta more.\n' +
            '  2020: Rp 0 from `apbd` (was Rp 800 juta).\n  2020: Rp 1.2 miliar from `csr` (was Rp 0).',
        'ceiling-exceeded: The ceiling of the whole plan for 2020 is exceeded by Rp 200 juta.',
    ]);
    expect(breakingOf(over, DEFAULT_CONFIG).map(({ change }) => change.breaking)).toEqual(['exceeded-ceiling']);
    expect(lines(diffOf(BASE, edit(['ceiling 2020 Rp 1 miliar', 'ceiling 2020 Rp 500 juta'])), 'money')).toEqual([
        'ceiling-changed: The ceiling of the whole plan for 2020 is Rp 500 juta, was Rp 1 miliar.',
        'ceiling-exceeded: The ceiling of the whole plan for 2020 is exceeded by Rp 300 juta.',
    ]);
});

describe('levels', () => {
    it('come later with the program that raises them', () => {
        expect(lines(diffOf(BASE, edit(['duration 12 months', 'duration 13 months'])), 'levels')).toEqual([
            'level-later: `ladder.service` 2 comes 31 days later: on 2021-02-01, was 2021-01-01.\n' +
                '  `fibre` finishes 2021-01-31 (was 2020-12-31).',
            'level-later: `ladder.service` 3 comes 31 days later: on 2021-08-01, was 2021-07-01.\n' +
                '  `bus` finishes 2021-07-31 (was 2021-06-30).',
        ]);
    });

    it('are lost with their program, and so is what stands above', () => {
        expect(lines(diffOf(BASE, FRAME + BUS), 'levels')).toEqual([
            'value-changed: `ladder` stands at 1.00 at the end of 2021, was 3.00; 1.00 at the end of 2029, was 3.00.',
            'level-lost: `ladder.service` 2 is lost: was reached on 2021-01-01, now never.\n  `fibre` is gone.',
            'level-lost: `ladder.service` 3 is lost: was reached on 2021-07-01, now never.\n' +
                '  `bus` finishes 2020-06-30 (was 2021-06-30).\n  `bus` raises it over a level that is missing.',
        ]);
    });

    it('are kept down by a new finding', () => {
        const double = `program line "Pusat panggilan" { owner dishub  element governance.service  during 2020..2029  delivers letters }
program desk "Meja aduan" { owner kominfo  element governance.service  during 2020..2029  delivers letters }`;
        const later = lines(diffOf(BASE, BASE + double), 'level-later');
        expect(later).toEqual([
            'level-later: `ladder.service` 3 comes 3106 days later: on 2030-01-01, was 2021-07-01.\n' +
                '  `duplicate-service` between `desk`, `line` keeps it down.',
        ]);
    });

    it('last for another time', () => {
        const until = edit(['raises ladder.service to 3', 'raises ladder.service to 3 until 2025']);
        expect(lines(diffOf(BASE, until), 'level-changed')).toEqual([
            'level-changed: `ladder.service` 3 holds 2021-07-01 to 2025-12-31, was 2021-07-01 and on.\n' +
                '  `bus` raises it for other days than before.',
        ]);
    });
});

describe('targets', () => {
    it('are missed and met, with what is in the way', () => {
        const missed = diffOf(BASE, FRAME + BUS);
        expect(lines(missed, 'targets')).toEqual([
            'target-missed: The target `ladder` 3 by 2022-12-31 is no longer met: no program leads there.\n' +
                '  `ladder.service` has 1 by then, 2 is needed: no program raises it.',
        ]);
        expect(lines(diffOf(FRAME + BUS, BASE), 'target-met')).toEqual([
            'target-met: The target `ladder` 3 by 2022-12-31 is now met.\n' +
                '  `ladder.service` has 1 by then, 2 is needed: no program raises it.',
        ]);
    });

    it('are breaking when they are lowered, put off or given up', () => {
        const told = (to: string): string[] =>
            breakingOf(diffOf(BASE, edit(['target ladder 3 by 2022', to])), DEFAULT_CONFIG).map(
                ({ change, severity }) => `${severity} ${change.breaking}: ${change.sentence.en}`,
            );
        expect(told('target ladder 2 by 2022')).toEqual([
            'error lowered-target: The target of `ladder` by 2022-12-31 is lowered from 3 to 2.',
        ]);
        expect(told('target ladder 3 by 2024')).toEqual([
            'warning later-deadline: The target `ladder` 3 is put off to 2024-12-31, was 2022-12-31.',
        ]);
        expect(told('')).toEqual(['error lowered-target: The target `ladder` 3 by 2022-12-31 is given up.']);
        expect(told('target ladder 3 by 2021')).toEqual([]);
        expect(told('target ladder 3 by 2022 target ladder.service 3 by 2023')).toEqual([]);
    });

    it('of the absence of findings are lowered by a rule less', () => {
        const none = (rules: string): string =>
            edit(['target ladder 3 by 2022', `target ladder 3 by 2022 target none-of ${rules} by 2023`]);
        const diff = diffOf(none('duplicate-service, contested-data'), none('contested-data, isolated-opd'));
        expect(lines(diff, 'target-changed')).toEqual([
            'target-changed: The target by 2023-12-31 also asks for no `isolated-opd` and no longer asks for no `duplicate-service`.',
        ]);
        expect(breakingOf(diff, DEFAULT_CONFIG).map(({ change }) => change.breaking)).toEqual(['lowered-target']);
    });
});

describe('findings and waivers', () => {
    const TARDY = edit(['finish by 2021-12', 'finish by 2021-03']);
    const waive = (until: string): string =>
        `waive misses-deadline for bus because "Sudah disepakati" by kominfo ${until}\n`;

    it('are new, gone, and the others are counted', () => {
        const diff = diffOf(BASE, TARDY);
        expect(
            diff.changes.filter(({ topic }) => topic === 'findings').map(({ kind, finding }) => [kind, finding?.rule]),
        ).toEqual([['finding-new', 'misses-deadline']]);
        expect(lines(diffOf(TARDY, BASE), 'finding-gone')).toHaveLength(1);
        expect(diff.unchangedFindings).toBe(checkOf(BASE).findings.length);
    });

    it('are accepted, and come back', () => {
        const kinds = (base: string, head: string): string[] => {
            const { changes } = diffOf(base, head);
            return changes.filter(({ topic }) => topic === 'findings' || topic === 'waivers').map(({ kind }) => kind);
        };
        expect(kinds(TARDY, TARDY + waive(''))).toEqual(['finding-accepted', 'waiver-added']);
        expect(kinds(BASE, TARDY + waive(''))).toEqual(['finding-accepted', 'waiver-added']);
        expect(kinds(TARDY + waive(''), TARDY)).toEqual(['finding-reopened', 'waiver-removed']);
        expect(kinds(TARDY + waive('until 2021'), TARDY + waive('until 2022'))).toEqual(['waiver-changed']);
        expect(lines(diffOf(TARDY + waive('until 2021'), TARDY + waive('until 2022')), 'waivers')).toEqual([
            'waiver-changed: `misses-deadline` for `bus` is accepted until 2022-12-31, was until 2021-12-31.',
        ]);
    });

    it('warn of waivers that end within sixty days, even when nothing changed', () => {
        const soon = (until: string): string[] =>
            diffOf(TARDY + waive(until), TARDY + waive(until)).ending.map(({ sentence }) => sentence.en);
        expect(soon('until 2020-03-01')).toEqual([
            '`misses-deadline` for `bus` is accepted only until 2020-03-01 (60 days left).',
        ]);
        expect([soon('until 2020-03-02'), soon('until 2019-12-31'), soon('')]).toEqual([[], [], []]);
    });
});

it('nothing that changed goes unmentioned: texts, assets, libraries, settings', () => {
    const diff = diffOf(
        BASE,
        `use funds\n${edit(
            ['service letters "Surat"', 'service letters "Surat `dan` <b>kartu</b>"'],
            ['infrastructure network', 'audience youth "Pemuda"\ninfrastructure network'],
            ['fund apbd "APBD"\n', ''],
            ['fund csr "CSR"\n', ''],
        )}`,
        { head: { rules: { 'missing-kpi': 'off' }, failOn: 'warning' } },
    );
    expect(lines(diff, 'writing')).toEqual([
        'settings-changed: The setting `failOn` changed.',
        'settings-changed: The settings take `missing-kpi` as off, was as usual.',
        'removed: `apbd` “APBD”, a fund, is gone.',
        'removed: `csr` “CSR”, a fund, is gone.',
        'added: The plan now uses the library `funds`.',
        'edited: `letters` is described otherwise: `title`.',
        'added: `youth` “Pemuda” is new, an audience.',
    ]);
    expect(
        sentences(diff).every(({ en }) => (en.split('`').length - 1) % 2 === 0),
        'titles hold no backticks',
    ).toBe(true);
});

it('settings decide how bad a breaking change is, and which ones fail', () => {
    const diff = diffOf(BASE, edit(['target ladder 3 by 2022', 'target ladder 3 by 2024']));
    expect(breaks(diff, DEFAULT_CONFIG)).toBe(false);
    expect(breaks(diff, { ...DEFAULT_CONFIG, failOn: 'warning' })).toBe(true);
    expect(breaks(diff, { ...DEFAULT_CONFIG, diff: { 'later-deadline': 'error' } })).toBe(true);
    expect(breakingOf(diff, { ...DEFAULT_CONFIG, diff: { 'later-deadline': 'off' } })).toEqual([]);
});
