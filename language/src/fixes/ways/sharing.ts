import type { Application, Infrastructure } from '../../plan/declarations/asset.ts';
import type { Finding } from '../../plan/finding.ts';
import { say } from '../../plan/message.ts';
import { find, findAsset } from '../../plan/plan.ts';
import { addClause, addName } from '../clauses.ts';
import type { Fix } from '../fix.ts';
import { type Ground, insert, isOwn, replace } from '../ground.ts';
import { removeName } from '../removal.ts';
import { programAt } from './gaps.ts';
import { fix, type Way } from './way.ts';

/** A need of what another agency owns: that agency as a partner. */
export const addPartner: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    const asset = findAsset(ground.plan, {
        name: ground.slice(finding.at),
        expected: 'asset',
        at: finding.at,
    });
    const owner = asset && ground.checked.analysis.owners.of(asset)?.name;
    if (program !== undefined && owner !== undefined) {
        yield* fix(partner(owner), addName(ground, program, 'partners', program.partners, owner), true);
    }
};

function partner(name: string) {
    return say(
        () => `Add \`${name}\` as a partner`,
        () => `Tambahkan \`${name}\` sebagai mitra`,
    );
}

/** Technology without the ICT unit: the unit as a partner. */
export const addIctPartner: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    const unit = ground.checked.analysis.owners.ict[0]?.name;
    if (program !== undefined && unit !== undefined) {
        yield* fix(partner(unit), addName(ground, program, 'partners', program.partners, unit), true);
    }
};

/** An application beside a shared one: connected with it. */
export const integrateShared: Way = function* (ground, finding) {
    const application = ground.around(finding.at);
    const shared = finding.subjects.find((name) => name !== (application as Application | undefined)?.name);
    if (application?.kind === 'application' && shared !== undefined) {
        yield* fix(
            say(
                () => `Integrate \`${shared}\``,
                () => `Integrasikan \`${shared}\``,
            ),
            addName(ground, application, 'integrates', application.integrates, shared),
            true,
        );
    }
};

/** Two applications for one service: each connected with the other, or one of them shared by all. */
export const connect: Way = function* (ground, finding) {
    const sides = finding.subjects.map((name) => ground.plan.names.get(name));
    const [a, b] = sides;
    if (a?.kind !== 'application' || b?.kind !== 'application') {
        return;
    }
    for (const [one, other] of [
        [a, b],
        [b, a],
    ] as const) {
        yield* isOwn(one)
            ? fix(
                  say(
                      () => `Let \`${one.name}\` integrate \`${other.name}\``,
                      () => `Biarkan \`${one.name}\` terintegrasi dengan \`${other.name}\``,
                  ),
                  addName(ground, one, 'integrates', one.integrates, other.name),
              )
            : [];
    }
};

/** Two infrastructures of one class: one of them shared by all. */
export const share: Way = function* (ground, finding: Finding): Generator<Fix> {
    for (const name of finding.subjects) {
        const side: Application | Infrastructure | undefined = find(
            ground.plan,
            { name, expected: 'asset', at: finding.at },
            'infrastructure',
        );
        if (side !== undefined && isOwn(side) && side.shared === undefined) {
            yield* fix(
                say(
                    () => `Mark \`${name}\` as shared by all`,
                    () => `Tandai \`${name}\` dipakai bersama`,
                ),
                addClause(ground, side.whole, 'shared'),
            );
        }
    }
};

/** A code of a field that is not its owner's: the field in the owner's mandate, or the program with who has it. */
export const widenMandate: Way = function* (ground: Ground, finding) {
    const { plan, checked } = ground;
    const program = programAt(ground, finding.at);
    const opd = find(plan, program?.owner?.ref, 'opd');
    const bidang = /^"?(\d\.\d{2})/.exec(program?.code?.value ?? '')?.[1];
    if (program?.owner === undefined || opd === undefined || bidang === undefined) {
        return;
    }
    const { owners } = checked.analysis;
    const right = plan.opds.find((each) => owners.mandate(each).bidang.has(bidang));
    if (right !== undefined) {
        yield* fix(
            say(
                () => `Hand the program over to \`${right.name}\``,
                () => `Serahkan program kepada \`${right.name}\``,
            ),
            [replace(program.owner.ref.at, right.name)],
        );
    }
    if (isOwn(opd)) {
        const written = [...owners.mandate(opd).bidang, bidang].map((each) => `"${each}"`).join(', ');
        const last = opd.mandate?.bidang.at(-1);
        yield* fix(
            say(
                () => `Add \`${bidang}\` to the mandate of \`${opd.name}\``,
                () => `Tambahkan \`${bidang}\` ke urusan \`${opd.name}\``,
            ),
            last === undefined
                ? addClause(ground, opd.whole, `mandate ${written}`)
                : [insert(last.at.file, last.at.end, `, "${bidang}"`)],
        );
    }
};

/** A dataset that programs of several agencies deliver: one of them less. */
export const deliverOnce: Way = function* (ground, finding) {
    const { plan } = ground;
    const data = finding.subjects.find((name) => plan.names.get(name)?.kind === 'data');
    for (const name of finding.subjects) {
        const program = find(plan, { name, expected: 'program', at: finding.at }, 'program');
        const delivered = program?.delivers?.refs.find((ref) => ref.name === data);
        if (program?.delivers !== undefined && delivered !== undefined) {
            yield* fix(
                say(
                    () => `Let \`${name}\` no longer deliver \`${data}\``,
                    () => `Biarkan \`${name}\` tidak lagi menyerahkan \`${data}\``,
                ),
                removeName(ground, program.delivers, delivered.at),
            );
        }
    }
};
