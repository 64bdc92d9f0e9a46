import type { Provider, ServiceDouble } from '../analysis/doubles/services.ts';
import type { Evidence } from '../plan/finding.ts';
import type { Message } from '../plan/message.ts';
import { placeEvidence, quote } from './sides.ts';

/** Which clauses make both sides provide the service, with their places. */
export function serviceEvidence({ a, b, service }: ServiceDouble): readonly Evidence[] {
    return [a, b].flatMap((side) =>
        side.routes.flatMap(({ application, clause }): Evidence[] => {
            const provides = { label: 'service', value: service.name, at: clause.at };
            return application && application !== side.declaration
                ? [provides, { label: 'application', value: application.name, at: clause.at }]
                : [provides];
        }),
    );
}

/** For whom and where both sides provide the service, with the places of the clauses that say so. */
export function meetingEvidence(double: ServiceDouble): readonly Evidence[] {
    const { a, b, audiences, places } = double;
    return [
        ...(audiences === undefined ? apart([a, b], 'audience') : together(audiences, a, b)),
        ...(places === undefined ? apart([a, b], 'area') : placeEvidence(double)),
    ];
}

function together(audiences: readonly string[], a: Provider, b: Provider): readonly Evidence[] {
    if (audiences.length === 0) {
        return [{ label: 'audience', value: 'everybody' }];
    }
    return audiences.flatMap((name) =>
        [a, b].flatMap((side) =>
            side.audiences
                .filter((ref) => ref.name === name)
                .map((ref) => ({ label: 'audience', value: name, at: ref.at })),
        ),
    );
}

/** What keeps two sides apart: all that each of them names. */
function apart(sides: readonly Provider[], label: 'audience' | 'area'): readonly Evidence[] {
    return sides.flatMap((side): Evidence[] =>
        label === 'audience'
            ? side.audiences.map((ref) => ({ label, value: ref.name, at: ref.at }))
            : side.reach.map((place) => ({ label, value: place.text, at: place.at })),
    );
}

/** The people both serve, after "to": `` `residents` ``, or everybody. */
export function namePeople(audiences: readonly string[]): Message {
    return audiences.length === 0 ? { en: 'everybody', id: 'semua orang' } : quote(audiences);
}
