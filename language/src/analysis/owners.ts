import type { Asset } from '../plan/declarations/asset.ts';
import type { Opd } from '../plan/declarations/city.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import { byName, ownerOf, type Plan } from '../plan/plan.ts';
import { isBidang, readOpdCode } from './codes.ts';
import { fold } from './folding.ts';

/** Who answers for something: an OPD, or several that are units of one (their codes differ in the last group only). */
export interface Owner {
    /** The name of its head: the OPD with unit 0000, else the first by name. */
    readonly name: string;
    readonly title: string;
    /** All its OPDs by name. */
    readonly opds: readonly Opd[];
}

/** The fields of government that an OPD may act in. */
export interface Mandate {
    /** Bidang such as `2.16`. */
    readonly bidang: ReadonlySet<string>;
    /** The field that leads: the first of its code, else the first of its `mandate`. */
    readonly leading: string | undefined;
    /** Whether a part of it could not be read, so that nothing can be called outside of it. */
    readonly unclear: boolean;
}

/** Who owns what, as the sector rules see it. */
export interface Owners {
    /** Every owner by name, also those that own nothing. */
    readonly all: readonly Owner[];
    /** The owner an OPD belongs to. */
    ofOpd(opd: Opd): Owner;
    /** The owner of a program or asset (the producer of a dataset); `undefined` when none is named. */
    of(declaration: Program | Asset): Owner | undefined;
    /** The owner that a name in a clause such as `partners` means. */
    named(reference: Reference | undefined): Owner | undefined;
    mandate(opd: Opd): Mandate;
    isKecamatan(opd: Opd): boolean;
    /** The OPDs with Kominfo (2.16) in their mandate: the ICT unit, with its units. */
    readonly ict: readonly Owner[];
}

const KOMINFO = '2.16';
const KECAMATAN = '7.01';

/** Groups the OPDs of a plan into owners and reads their mandates. */
export function owners(plan: Plan): Owners {
    const all = group(plan.opds);
    const byOpd = new Map<Opd, Owner>();
    const byReference = new Map<string, Owner>();
    for (const owner of all) {
        for (const opd of owner.opds) {
            byOpd.set(opd, owner);
            if (plan.names.get(opd.name) === opd) {
                byReference.set(opd.name, owner);
            }
        }
    }
    const mandates = new Map(plan.opds.map((opd) => [opd, readMandate(opd)]));
    const ofOpd = (opd: Opd) => byOpd.get(opd)!;
    const mandate = (opd: Opd) => mandates.get(opd)!;
    const named = (reference: Reference | undefined) => reference && byReference.get(reference.name);
    return {
        all,
        ofOpd,
        of: (declaration) => named(ownerOf(declaration)),
        named,
        mandate,
        isKecamatan: (opd) =>
            mandate(opd).bidang.has(KECAMATAN) ||
            // Where neither mandate nor code is written, the title is all there is.
            (!opd.mandate && !opd.code && /^kec(amatan)? /.test(`${fold(opd.title)} `)),
        ict: all.filter((owner) => owner.opds.some((opd) => mandate(opd).bidang.has(KOMINFO))),
    };
}

function group(opds: readonly Opd[]): Owner[] {
    const offices = new Map<string, Opd[]>();
    for (const opd of opds) {
        const code = opd.code && readOpdCode(opd.code.value);
        const key = code ? `code ${code.office}` : `name ${opd.name}`;
        const units = offices.get(key);
        if (units) {
            units.push(opd);
        } else {
            offices.set(key, [opd]);
        }
    }
    const all = [...offices.values()].map((units) => {
        const head = units.find((opd) => opd.code?.value.endsWith('.0000')) ?? units[0]!;
        return { name: head.name, title: head.title, opds: units };
    });
    return all.sort(byName);
}

function readMandate(opd: Opd): Mandate {
    const code = opd.code && readOpdCode(opd.code.value);
    const written = opd.mandate?.bidang.map((bidang) => bidang.value);
    const bidang = written?.filter(isBidang) ?? code?.bidang ?? [];
    return {
        bidang: new Set(bidang),
        leading: code?.bidang[0] ?? bidang[0],
        unclear: written !== undefined ? written.length > bidang.length : opd.broken.includes('mandate'),
    };
}
