import type { PlaceName, Reach } from '../analysis/areas.ts';
import type { Pair, Side } from '../analysis/doubles/sides.ts';
import type { Owner } from '../analysis/owners.ts';
import type { Draft, Evidence } from '../plan/finding.ts';
import { type Form, fill, list, type Message, say } from '../plan/message.ts';
import type { Origin } from '../plan/origin.ts';

/** What a rule about two sides says beyond who they are and when they meet. */
export interface PairWords {
    readonly message: Message;
    readonly evidence: readonly Evidence[];
    /** What the fingerprint rests on besides rule, subjects and their owners. */
    readonly facts: string;
    readonly ways: readonly Message[];
    /** Where the finding stands on each side; the declared names unless given. */
    readonly places?: readonly [Origin, Origin];
}

/** The finding about a pair: it stands at the first side by name, the other is related. */
export function draftOf({ a, b, life }: Pair, words: PairWords): Draft {
    const [first, second] = words.places ?? [a.declaration.at, b.declaration.at];
    return {
        message: words.message,
        at: first,
        subjects: [a.declaration.name, b.declaration.name],
        evidence: words.evidence,
        related: [{ at: second, message: sayOther(b) }],
        from: life.from,
        to: life.to,
        facts: [a.owner.name, b.owner.name, words.facts].join('\n'),
        ways: words.ways,
    };
}

/** The sentence at the place of another side. */
export function sayOther({ declaration, owner }: Side): Message {
    return fill(OTHER, declaration.name, owner.name);
}

const OTHER: Form<[name: string, owner: string]> = {
    en: (name, owner) => `The other side: \`${name}\` of \`${owner}\`.`,
    id: (name, owner) => `Pihak lainnya: \`${name}\` milik \`${owner}\`.`,
};

/** A side in a sentence: its name and its owner's. */
export function nameSide({ declaration, owner }: Side): Message {
    return fill(SIDE, declaration.name, owner.name);
}

const SIDE: Form<[name: string, owner: string]> = {
    en: (name, owner) => `\`${name}\` of \`${owner}\``,
    id: (name, owner) => `\`${name}\` milik \`${owner}\``,
};

/** Names in backticks as a list: `` `a`, `b` and `c` ``, each once. */
export function quote(names: readonly string[]): Message {
    return list([...new Set(names)].map((name) => `\`${name}\``));
}

/** The OPDs of an owner in a sentence. */
export function nameOwner(owner: Owner): Message {
    return quote(owner.opds.map((opd) => opd.name));
}

/** Two sides that act somewhere, and where they meet. */
export interface Meeting {
    readonly a: { readonly reach: Reach };
    readonly b: { readonly reach: Reach };
    /** Empty when either acts everywhere. */
    readonly places?: readonly (readonly [PlaceName, PlaceName])[];
}

/** Where two sides meet: `` in `Mojoroto` ``, or in the whole region. */
export function nameArea(meeting: Meeting): Message {
    const names = quote(
        meeting.places?.length
            ? meeting.places.map(([place]) => place.text)
            : placesOf(meeting).map((place) => place.text),
    );
    return names.en === ''
        ? { en: 'in the whole region', id: 'di seluruh wilayah' }
        : say(
              () => `in ${names.en}`,
              () => `di ${names.id}`,
          );
}

/** Where two sides meet, as evidence; one piece without a place when both act everywhere. */
export function placeEvidence(meeting: Meeting): readonly Evidence[] {
    const places = placesOf(meeting);
    return places.length === 0
        ? [{ label: 'area', value: 'everywhere' }]
        : places.map((place) => ({ label: 'area', value: place.text, at: place.at }));
}

/** Where two sides meet, for a fingerprint: the same however the places are ordered and cased. */
export function placeFacts(meeting: Meeting): string {
    return [...new Set(placesOf(meeting).map((place) => place.key))].sort().join(', ');
}

/** The places that matter: those that meet, or all that are named where one side acts everywhere; each once. */
function placesOf({ a, b, places }: Meeting): readonly PlaceName[] {
    return [...new Set(places?.length ? places.flat() : [...a.reach, ...b.reach])];
}

/** The last way out of every finding about several agencies: accept it, on the record. */
export function waiveWay(rule: string, names: readonly string[], reason: Message, by: Owner): Message {
    return fill(WAIVE, rule, names.length === 1 ? names[0]! : names.join(', '), reason, by.name);
}

const WAIVE: Form<[rule: string, names: string, reason: Message, by: string]> = {
    en: (rule, names, reason, by) =>
        `If it is meant to be so, accept it on the record: ${waiverOf(rule, names, reason.en, by)}.`,
    id: (rule, names, reason, by) =>
        `Jika memang disengaja, catat sebagai pengecualian beralasan: ${waiverOf(rule, names, reason.id, by)}.`,
};

function waiverOf(rule: string, names: string, because: string, by: string): string {
    return `\`waive ${rule} for ${names} because "${because}" by ${by}\``;
}
