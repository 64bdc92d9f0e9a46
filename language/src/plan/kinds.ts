import type { Nameable } from './declarations/declaration.ts';
import type { Expected } from './declarations/reference.ts';
import type { Message } from './message.ts';

/** Everything a name can be declared as. */
export type Kind = Nameable['kind'];

/** What each kind of declaration is called in a sentence, with its article. */
export const KINDS: Readonly<Record<Kind, Message>> = {
    masterplan: { en: 'a masterplan', id: 'masterplan' },
    audience: { en: 'an audience', id: 'penerima manfaat' },
    opd: { en: 'an OPD', id: 'OPD' },
    service: { en: 'a service', id: 'layanan' },
    data: { en: 'a dataset', id: 'data' },
    application: { en: 'an application', id: 'aplikasi' },
    infrastructure: { en: 'an infrastructure', id: 'infrastruktur' },
    program: { en: 'a program', id: 'program' },
    driver: { en: 'a driver', id: 'pendorong' },
    obstacle: { en: 'an obstacle', id: 'hambatan' },
    scenario: { en: 'a scenario', id: 'skenario' },
    dimension: { en: 'a dimension', id: 'dimensi' },
    framework: { en: 'a framework', id: 'kerangka penilaian' },
    fund: { en: 'a fund', id: 'sumber dana' },
    area: { en: 'an area', id: 'wilayah' },
    element: { en: 'an element', id: 'unsur' },
    indicator: { en: 'an indicator', id: 'indikator' },
    activity: { en: 'an activity', id: 'kegiatan' },
    kpi: { en: 'a kpi', id: 'indikator kinerja' },
};

const ASSETS: readonly Kind[] = ['service', 'data', 'application', 'infrastructure'];

/**
 * The kinds of declarations that may be named where something is expected. Names of rules and libraries are declared
 * nowhere: they have none.
 */
export const ACCEPTED: Readonly<Record<Expected, readonly Kind[]>> = {
    opd: ['opd'],
    audience: ['audience'],
    element: ['element'],
    program: ['program'],
    activity: ['activity'],
    service: ['service'],
    application: ['application'],
    asset: ASSETS,
    fund: ['fund'],
    area: ['area'],
    obstacle: ['obstacle'],
    driver: ['driver'],
    dimension: ['dimension'],
    indicator: ['indicator'],
    measure: ['framework', 'indicator'],
    subject: Object.keys(KINDS) as Kind[],
    rule: [],
    library: [],
};
