import { type Message, same } from '../plan/message.ts';

/** What a token type is called by people. */
const WORDS: Readonly<Record<string, Message>> = {
    ID: { en: 'a name', id: 'sebuah nama' },
    TEXT: { en: 'a text in quotes', id: 'teks dalam tanda kutip' },
    NUMBER: { en: 'a number', id: 'angka' },
    MONEY: { en: 'an amount such as `Rp 850 juta`', id: 'jumlah uang seperti `Rp 850 juta`' },
    ',': { en: 'a comma', id: 'koma' },
    '@after': { en: '`after 3 months`', id: '`after 3 months`' },
};

const DATE: Message = { en: 'a date such as `2020-Q3`', id: 'tanggal seperti `2020-Q3`' };
const YEAR: Message = { en: 'a year such as `2020`', id: 'tahun seperti `2020`' };
const LENGTH: Message = { en: 'a duration such as `9 months`', id: 'lama seperti `9 months`' };
const LEVEL: Message = { en: 'a level such as `4`', id: 'tingkat seperti `4`' };

/** What a number means behind a keyword. */
const NUMBERS: Readonly<Record<string, Message>> = {
    at: DATE,
    by: DATE,
    until: DATE,
    since: DATE,
    start: DATE,
    earliest: DATE,
    started: DATE,
    finished: DATE,
    period: DATE,
    during: DATE,
    budget: YEAR,
    ceiling: YEAR,
    duration: LENGTH,
    '+': LENGTH,
    level: LEVEL,
    progress: { en: 'a percentage such as `40%`', id: 'persentase seperti `40%`' },
    capacity: { en: 'a number of programs such as `3 programs`', id: 'jumlah program seperti `3 programs`' },
    scale: { en: 'a scale such as `1..5 staged`', id: 'skala seperti `1..5 staged`' },
};

const OPD: Message = { en: 'the name of an OPD', id: 'nama sebuah OPD' };
const OPDS: Message = { en: 'names of OPDs (with commas between them)', id: 'nama OPD (dipisah koma)' };
const ASSETS: Message = { en: 'names of assets (with commas between them)', id: 'nama aset (dipisah koma)' };
const PROGRAMS: Message = { en: 'names of programs (with commas between them)', id: 'nama program (dipisah koma)' };
const RULES: Message = { en: 'names of rules (with commas between them)', id: 'nama aturan (dipisah koma)' };
const MEASURE: Message = {
    en: 'the name of a framework or an indicator',
    id: 'nama kerangka penilaian atau indikator',
};
const ELEMENT: Message = {
    en: 'the name of an element, such as `governance.service`',
    id: 'nama sebuah unsur, seperti `governance.service`',
};

/** What a name means behind a keyword. */
const NAMES: Readonly<Record<string, Message>> = {
    owner: OPD,
    producer: OPD,
    by: OPD,
    partners: OPDS,
    'raised-by': OPDS,
    needs: ASSETS,
    delivers: ASSETS,
    replaces: ASSETS,
    after: PROGRAMS,
    delay: PROGRAMS,
    drop: PROGRAMS,
    'barred-by': RULES,
    'none-of': RULES,
    actual: MEASURE,
    target: MEASURE,
    element: ELEMENT,
    positive: ELEMENT,
    negative: ELEMENT,
    serves: { en: 'names of audiences (with commas between them)', id: 'nama penerima manfaat (dipisah koma)' },
    supports: { en: 'names of services (with commas between them)', id: 'nama layanan (dipisah koma)' },
    integrates: { en: 'names of applications (with commas between them)', id: 'nama aplikasi (dipisah koma)' },
    resolves: { en: 'names of obstacles (with commas between them)', id: 'nama hambatan (dipisah koma)' },
    'responds-to': { en: 'names of drivers (with commas between them)', id: 'nama pendorong (dipisah koma)' },
    raises: {
        en: 'the name of an indicator, such as `garuda.governance`',
        id: 'nama sebuah indikator, seperti `garuda.governance`',
    },
    measures: { en: 'the name of a dimension', id: 'nama sebuah dimensi' },
    from: { en: 'the name of a fund', id: 'nama sumber dana' },
    use: { en: 'names of libraries (with commas between them)', id: 'nama pustaka (dipisah koma)' },
    waive: { en: 'the name of a rule', id: 'nama sebuah aturan' },
};

const UNIT: Message = {
    en: 'a unit (days, weeks, months, quarters or years)',
    id: 'satuan (days, weeks, months, quarters, atau years)',
};

/** What a token type is called in a sentence. */
export function nameOf(type: string): Message {
    return WORDS[type] ?? same(`\`${type}\``);
}

/** What would have fitted behind a word; `undefined` where that is too much to list, or nothing. */
export function expectation(before: string, expected: readonly string[]): Message | undefined {
    const parts = expected.map(
        (name) =>
            (name === 'ID'
                ? /^\d/.test(before)
                    ? UNIT
                    : NAMES[before]
                : name === 'NUMBER'
                  ? NUMBERS[before]
                  : undefined) ?? nameOf(name),
    );
    return parts.length === 0 || parts.length > 5
        ? undefined
        : {
              en: parts.map((part) => part.en).join(' or '),
              id: parts.map((part) => part.id).join(' atau '),
          };
}
