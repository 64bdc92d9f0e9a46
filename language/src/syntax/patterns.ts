/**
 * How a clause of several parts is written, each part where it belongs: shown where words of it stand in another order,
 * or where one is too many.
 */
const PATTERNS: Readonly<Record<string, string>> = {
    owner: 'owner diskominfo',
    producer: 'producer disdukcapil',
    partners: 'partners dishub, disdukcapil',
    'raised-by': 'raised-by dishub, dinkes',
    needs: 'needs population, intra-network',
    delivers: 'delivers complaints, intra-network',
    replaces: 'replaces suara-warga',
    serves: 'serves residents, smes',
    supports: 'supports complaints',
    element: 'element governance.service',
    area: 'area "Kota", "Mojoroto"',
    period: 'period 2020..2029',
    during: 'during 2022..2023',
    duration: 'duration 6..9..15 months',
    after: 'after city-fibre + 1 month, survey',
    finish: 'finish by 2021-Q2',
    capacity: 'capacity 3 programs',
    progress: 'progress 40%',
    ceiling: 'ceiling 2020 Rp 40 miliar',
    budget: 'budget 2020 Rp 850 juta from apbd',
    kpi: 'kpi answer-time "Waktu tanggap" unit "jam" from 72 to 48 by 2021 to 24 by 2022',
    raises: 'raises garuda.governance to 4 after 3 months until 2027',
    actual: 'actual garuda 3 at 2019-07-09 source "Bimtek"',
    target: 'target garuda 4 by 2021 source "Sambutan Wali Kota"',
    impact: 'impact negative living.mobility "Antrean di pintu tol"',
    delay: 'delay city-fibre by 12 months',
    drop: 'drop city-fibre, survey',
    scale: 'scale 1..5 staged',
    aggregate: 'aggregate mean',
    level: 'level 4 "Integrative" barred-by duplicate-service',
    band: 'band "Baik" from 2.6',
    waive: 'waive missing-kpi for survey because "…" by dishub until 2022',
};

/** A whole clause as an example, by its keyword; `undefined` for those of one word or text. */
export function patternOf(keyword: string): string | undefined {
    return Object.hasOwn(PATTERNS, keyword) ? PATTERNS[keyword] : undefined;
}
