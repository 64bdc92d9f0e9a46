/**
 * A city of any size as text, the same for the same numbers: what the pictures are tried on beside the examples.
 * Programs wait for each other, overlap, are late, have activities, and carry the long titles of real plans.
 */
export function cityOf(programs: number, opds: number): string {
    const random = seeded(programs * 31 + opds);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const lines = [
        'use smart-city-100, garuda, funds',
        'masterplan kota "Masterplan Smart City Kota Contoh" {',
        '    region "Kota Contoh"',
        '    period 2020..2029',
        '    ceiling 2022 Rp 40 miliar',
        '    actual garuda 3 at 2019-07-09 source "contoh"',
        '    target garuda 4 by 2022',
        '    target garuda 5 by 2024',
        '    target none-of duplicate-service by 2024',
        '}',
        'audience residents "Warga"',
        'service complaints "Pengaduan masyarakat"',
    ];
    for (let i = 0; i < opds; i++) {
        lines.push(`opd opd-${i} "${OPDS[i % OPDS.length]}${i < OPDS.length ? '' : ` ${i}`}"`);
    }
    for (let i = 0; i < programs; i++) {
        const [dimension, elements] = DIMENSIONS[i % DIMENSIONS.length]!;
        const title = `${pick(VERBS)} ${pick(THINGS)} ${pick(PLACES)}`;
        lines.push(
            `program p-${i} "${title}" {`,
            `    owner opd-${Math.floor(random() * opds)}`,
            ...(random() < 0.5 ? [`    partners opd-${Math.floor(random() * opds)}`] : []),
            `    element ${dimension}.${pick(elements)}`,
            '    serves residents',
            `    earliest ${2020 + Math.floor(random() * 8)}-Q${1 + Math.floor(random() * 4)}`,
            ...(random() < 0.04 ? [] : [`    duration ${3 + Math.floor(random() * 20)} months`]),
            ...(i > 3 && random() < 0.4 ? [`    after p-${Math.floor(random() * i)}`] : []),
            ...(random() < 0.15 ? [`    finish by ${2021 + Math.floor(random() * 8)}`] : []),
            ...(random() < 0.12 ? ['    quick-win'] : []),
            ...(random() < 0.1 ? ['    delivers complaints'] : []),
            `    budget ${2020 + Math.floor(random() * 8)} Rp ${1 + Math.floor(random() * 900)} juta from ${pick(['apbd', 'apbn', 'csr'])}`,
            ...(random() < 0.2 ? [`    raises garuda.${dimension} to ${4 + Math.floor(random() * 2)}`] : []),
            ...(random() < 0.3
                ? [
                      '    activity a "Rancangan" { duration 2 months }',
                      '    activity b "Peluncuran" { after a  duration 3 months }',
                  ]
                : []),
            '}',
        );
    }
    return `${lines.join('\n')}\n`;
}

/** Numbers from 0 up to 1 that only look like chance (mulberry32). */
function seeded(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let value = Math.imul(state ^ (state >>> 15), 1 | state);
        value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
        return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
    };
}

const DIMENSIONS: readonly (readonly [string, readonly string[]])[] = [
    ['governance', ['service', 'bureaucracy', 'policy']],
    ['branding', ['tourism', 'business', 'appearance']],
    ['economy', ['industry', 'welfare', 'transaction']],
    ['living', ['harmony', 'health', 'mobility']],
    ['society', ['community', 'learning', 'security']],
    ['environment', ['protection', 'waste', 'energy']],
];
const VERBS = ['Pengembangan', 'Pembangunan dan pemeliharaan', 'Peningkatan', 'Digitalisasi', 'Penataan', 'Integrasi'];
const THINGS = [
    'layanan pengaduan',
    'jaringan serat optik',
    'data kependudukan',
    'pasar rakyat',
    'taman kota',
    'bank sampah',
    'rekam medis elektronik',
    'lampu lalu lintas',
];
const PLACES = [
    '',
    'di tiap kelurahan',
    'bersama pelaku usaha mikro, kecil, dan menengah se-Kota Contoh',
    'tahap II',
    'berbasis rukun warga dan rukun tetangga',
];
const OPDS = [
    'Dinas Komunikasi dan Informatika',
    'Dinas Perhubungan',
    'Dinas Kesehatan',
    'Dinas Pendidikan',
    'Badan Perencanaan Pembangunan Daerah',
    'Dinas Lingkungan Hidup, Kebersihan dan Pertamanan',
    'Satuan Polisi Pamong Praja',
    'Dinas Sosial',
];
