/** What a new plan is asked for. */
export interface NewPlan {
    /** `Kota Kediri`, `Kabupaten Sleman`. */
    readonly city: string;
    readonly firstYear: number;
    readonly lastYear: number;
}

/** A small whole plan in which nothing is wrong: something to go on from. Texts by file name. */
export function writeNewPlan({ city, firstYear, lastYear }: NewPlan): Map<string, string> {
    const title = quoted(city);
    const plan = `use smart-city-100, garuda, funds

masterplan ${nameOf(city)} "Masterplan Smart City ${title}" {
    region "${title}"
    period ${firstYear}..${lastYear}
    actual garuda 2 at ${firstYear - 1}
    target garuda.governance 3 by ${lastYear}
}

opd diskominfo "Dinas Komunikasi dan Informatika" { mandate "2.16" }
opd disdukcapil "Dinas Kependudukan dan Pencatatan Sipil" { mandate "2.12" }

audience residents "Warga"
data population "Data kependudukan" { producer disdukcapil  since ${firstYear - 5} }
service letters "Surat keterangan" { owner disdukcapil  serves residents }

program online-letters "Surat keterangan tanpa antre" {
    owner disdukcapil
    partners diskominfo
    element governance.service
    quick-win
    start ${firstYear}-Q1
    duration 9 months
    needs population
    delivers letters
    budget ${firstYear} Rp 600 juta from apbd
    budget ${firstYear} Rp 200 juta from csr
    kpi waiting "Waktu tunggu" unit "menit" from 90 to 15 by ${firstYear + 1}
    raises garuda.governance to 3
}
`;
    return new Map([
        ['smartcity.json', '{\n    "locale": "id"\n}\n'],
        ['masterplan.smartcity', plan],
    ]);
}

/** A name from a title: `Kota Kediri` becomes `kediri`. A title without letters becomes `city`. */
export function nameOf(city: string): string {
    const words = city
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^(?:kota|kabupaten|kab|provinsi)-/, '')
        .replace(/^[-0-9]+|-+$/g, '');
    return words === '' ? 'city' : words;
}

/** Two years written as `2026-2030`, `2026..2030` or `2026 – 2030`; `undefined` for anything else. */
export function readPeriod(text: string): { readonly firstYear: number; readonly lastYear: number } | undefined {
    const match = /^\s*(\d{4})\s*(?:-|–|\.\.|\s|sampai|to)\s*(\d{4})\s*$/.exec(text);
    const [firstYear, lastYear] = [Number(match?.[1]), Number(match?.[2])];
    return match === null || lastYear <= firstYear || lastYear - firstYear > 50 ? undefined : { firstYear, lastYear };
}

function quoted(text: string): string {
    return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\s+/g, ' ').trim();
}
