import type { PlaceName } from '../analysis/areas.ts';
import type { Pair, Side } from '../analysis/doubles/sides.ts';
import type { Owner } from '../analysis/owners.ts';
import type { Draft, Evidence } from '../plan/finding.ts';
import { list, type Message } from '../plan/message.ts';
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
    return {
        en: `The other side: \`${declaration.name}\` of \`${owner.name}\`.`,
        id: `Pihak lainnya: \`${declaration.name}\` milik \`${owner.name}\`.`,
    };
}

/** A side in a sentence: its name and its owner's. */
export function nameSide({ declaration, owner }: Side): Message {
    return {
        en: `\`${declaration.name}\` of \`${owner.name}\``,
        id: `\`${declaration.name}\` milik \`${owner.name}\``,
    };
}

/** Names in backticks as a list: `` `a`, `b` and `c` ``, each once. */
export function quote(names: readonly string[]): Message {
    return list([...new Set(names)].map((name) => `\`${name}\``));
}

/** The OPDs of an owner in a sentence. */
export function nameOwner(owner: Owner): Message {
    return quote(owner.opds.map((opd) => opd.name));
}

/** Where two sides meet, as evidence; one piece without a place when they meet everywhere. */
export function placeEvidence(places: readonly (readonly [PlaceName, PlaceName])[]): readonly Evidence[] {
    if (places.length === 0) {
        return [{ label: 'area', value: 'everywhere' }];
    }
    const seen = new Set<PlaceName>();
    return places.flat().flatMap((place) => {
        if (seen.has(place)) {
            return [];
        }
        seen.add(place);
        return [{ label: 'area', value: place.text, at: place.at }];
    });
}

/** What two sides meet in, for a fingerprint: the same whichever is written first, and however the texts are cased. */
export function placeFacts(places: readonly (readonly [PlaceName, PlaceName])[]): string {
    return [...new Set(places.map(([a, b]) => (a.key === b.key ? a.key : `${a.key}=${b.key}`)))].sort().join(', ');
}

/** The last way out of every finding about several agencies: accept it, on the record. */
export function waiveWay(rule: string, names: readonly string[], reason: Message, by: Owner): Message {
    const clause = (because: string) => `\`waive ${rule} for ${names.join(', ')} because "${because}" by ${by.name}\``;
    return {
        en: `If it is meant to be so, accept it on the record: ${clause(reason.en)}.`,
        id: `Jika memang disengaja, catat sebagai pengecualian beralasan: ${clause(reason.id)}.`,
    };
}
