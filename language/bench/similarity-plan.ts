import type { SimilarityText } from '../src/analysis/similarity/program.ts';
import { shippedLists } from '../src/analysis/similarity/word-lists.ts';
import { generator } from './random.ts';

const DOINGS = [
    'Pengembangan Sistem Informasi',
    'Peningkatan Kualitas',
    'Digitalisasi',
    'Penyediaan Sarana',
    'Optimalisasi Layanan',
    'Pembinaan',
    'Revitalisasi',
    'Pelatihan',
    'Pendataan',
    'Aplikasi',
    'Fasilitasi',
    'Pengawasan',
];
const AIMS = [
    'Program ini bertujuan meningkatkan kualitas pelayanan publik kepada masyarakat',
    'Kegiatan dilaksanakan secara bertahap oleh perangkat daerah terkait',
    'Mendukung terwujudnya kota cerdas yang berkelanjutan',
    'Warga mengakses layanan melalui ponsel tanpa datang ke kantor',
    'Data disajikan secara berkala kepada pimpinan untuk pengambilan keputusan',
];
const SYLLABLES = ['ba', 'ke', 'di', 'ri', 'mo', 'ro', 'su', 'ga', 'lo', 'per', 'wi', 'ta', 'na', 'ji', 'ngan', 'rejo'];

/**
 * A plan of any size, the same for the same seed: subjects from the shipped lists, for someone, by some means,
 * often at a made-up place, three in four described, 40 owners.
 */
export function generatePlan(programs: number, seed = 1): SimilarityText[] {
    const random = generator(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const { synonyms, roles } = shippedLists();
    const subjects = [...synonyms.core, ...synonyms.wider].flatMap(({ names }) => names);
    const people = roles.get('people')!;
    const means = roles.get('means')!;
    const places = Array.from({ length: 400 }, () => capitals(pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES)));
    return Array.from({ length: programs }, (_, i) => {
        const parts = [pick(DOINGS)];
        if (random() < 0.5) parts.push(pick(means));
        parts.push(pick(subjects));
        if (random() < 0.7) parts.push('dan', pick(subjects));
        if (random() < 0.3) parts.push('bagi', pick(people));
        if (random() < 0.4) parts.push('Kelurahan', pick(places));
        const detail = `${pick(AIMS)}; ${pick(subjects)}, ${pick(means)}, dan ${pick(subjects)} di ${pick(places)}.`;
        return {
            key: `program-${String(i).padStart(6, '0')}`,
            owner: `opd-${Math.floor(random() * 40)}`,
            title: capitals(parts.join(' ')),
            description: random() < 0.75 ? detail : '',
        };
    });
}

function capitals(text: string): string {
    return text.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
}
