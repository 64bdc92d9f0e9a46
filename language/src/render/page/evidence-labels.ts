import type { Locale } from '../../plan/message.ts';

/** Labels of evidence in Indonesian. In machine formats they are English, stable words; people read their own. */
const INDONESIAN: Readonly<Record<string, string>> = {
    'acts on': 'berlaku sejak',
    after: 'menunggu',
    application: 'aplikasi',
    area: 'wilayah',
    attained: 'capaian',
    audience: 'penerima manfaat',
    blocker: 'penghalang',
    budget: 'anggaran',
    budgets: 'jumlah anggaran',
    cancelled: 'dibatalkan',
    capacity: 'kapasitas',
    ceiling: 'pagu',
    class: 'jenis',
    code: 'kode',
    data: 'data',
    'days late': 'terlambat (hari)',
    deadline: 'tenggat',
    declared: 'dinyatakan',
    driver: 'pendorong',
    dropped: 'dihapus',
    'earliest day': 'hari paling awal',
    'earliest day for all it waits for': 'hari paling awal menurut semua yang ditunggu',
    effect: 'dampak',
    element: 'unsur',
    ended: 'berakhir',
    finish: 'selesai',
    'first day': 'hari pertama',
    'from it': 'dari sumber itu',
    fund: 'sumber dana',
    has: 'sudah ada',
    impact: 'dampak',
    'in all': 'seluruhnya',
    infrastructure: 'infrastruktur',
    kind: 'macam',
    kpi: 'indikator kinerja',
    lacks: 'kurang',
    'latest finish': 'selesai paling akhir',
    level: 'tingkat',
    mandate: 'urusan',
    missing: 'tidak ada',
    needs: 'memerlukan',
    'other fund': 'sumber dana lain',
    over: 'melebihi',
    owner: 'penanggung jawab',
    path: 'jalur',
    period: 'periode',
    producer: 'produsen data',
    program: 'program',
    programs: 'program',
    'quick-win': 'quick win',
    'raised by': 'disampaikan oleh',
    reached: 'tercapai',
    reason: 'alasan',
    'replaced by': 'digantikan oleh',
    rule: 'aturan',
    scenario: 'skenario',
    service: 'layanan',
    start: 'mulai',
    target: 'target',
    'there from': 'tersedia mulai',
    title: 'judul',
    until: 'sampai',
    wait: 'penantian',
    waiting: 'yang menunggu',
    word: 'kata',
    words: 'kata',
    year: 'tahun',
};

/** A label for people; one that is not known here stays as it is. */
export function showLabel(label: string, locale: Locale): string {
    return locale === 'id' && Object.hasOwn(INDONESIAN, label) ? INDONESIAN[label]! : label;
}

/** Values of evidence that are words and no names, in Indonesian, behind their label. */
const WORDS: Readonly<Record<string, string>> = {
    'area everywhere': 'seluruh wilayah',
    'attained nothing': 'belum ada',
    'audience everybody': 'semua orang',
    'effect negative': 'negatif',
    'effect positive': 'positif',
    'reached never': 'tidak pernah',
};

/** The value of a piece of evidence for people; names and figures stay as they are. */
export function showValue(label: string, value: string, locale: Locale): string {
    const key = `${label} ${value}`;
    return locale === 'id' && Object.hasOwn(WORDS, key) ? WORDS[key]! : value;
}
