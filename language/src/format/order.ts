/** The order in which clauses of a declaration are written, by its keyword; `source` closes what is said of a thing. */
const ORDERS: Readonly<Record<string, string>> = {
    waive: 'because by until',
    masterplan: 'description source region code tagline period vision ceiling actual target',
    audience: 'description source',
    opd: 'description code mandate capacity ceiling source',
    service: 'description owner serves since until source',
    data: 'description producer since until source',
    application: 'description owner shared supports serves needs integrates replaces area since until source',
    infrastructure: 'description owner shared class area since until source',
    program:
        'description owner partners element serves area code started start earliest during duration after needs ' +
        'delivers replaces finish finished progress cancelled budget kpi raises resolves responds-to quick-win source ' +
        'activity',
    activity: 'description duration after source',
    driver: 'description from impact source',
    obstacle: 'description raised-by source',
    scenario: 'description delay drop source',
    dimension: 'description source element',
    element: 'description source',
    framework: 'description source scale level aggregate band domain indicator',
    domain: 'description source weight indicator',
    indicator: 'description source measures weight level',
    fund: 'description source',
    area: 'description within source',
};

const ranks = new Map(
    Object.entries(ORDERS).map(([keyword, order]) => [
        keyword,
        new Map(order.split(' ').map((clause, index) => [clause, index])),
    ]),
);

/** Where a clause belongs among those of a declaration: smaller numbers first; unknown ones last. */
export function rankOf(declaration: string, clause: string): number {
    return ranks.get(declaration)?.get(clause) ?? Number.MAX_SAFE_INTEGER;
}

/** The kinds of declarations that have an order, for the test that holds it to the grammar. */
export const ORDERED: ReadonlyMap<string, ReadonlyMap<string, number>> = ranks;
