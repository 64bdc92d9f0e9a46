import type { Message } from '../plan/message.ts';

const HELP: Readonly<Record<string, Message>> = {
    use: { en: 'Makes built-in libraries part of the plan.', id: 'Menjadikan pustaka bawaan bagian dari rencana.' },
    waive: {
        en: 'Accepts findings of a rule, with a reason, an owner and mostly an end.',
        id: 'Menerima temuan suatu aturan, dengan alasan, penanggung jawab, dan biasanya batas waktu.',
    },
    masterplan: {
        en: 'The plan itself: its region, its period, where the city stands and what it promises.',
        id: 'Rencana itu sendiri: daerah, masa berlaku, kondisi kota, dan target yang dijanjikan.',
    },
    audience: { en: 'People whom services and programs are for.', id: 'Penerima manfaat layanan dan program.' },
    opd: { en: 'An agency of the city.', id: 'Organisasi perangkat daerah.' },
    service: { en: 'What somebody can have done for them.', id: 'Layanan yang dapat diterima seseorang.' },
    data: { en: 'A dataset, made by one producer.', id: 'Data, dengan satu produsen data.' },
    application: {
        en: 'Software that supports services and needs assets.',
        id: 'Aplikasi yang mendukung layanan dan memerlukan aset.',
    },
    infrastructure: {
        en: 'Something built, of a class, at a place.',
        id: 'Infrastruktur, dengan kelas dan lokasinya.',
    },
    program: {
        en: 'What an agency will do: when, with whom, with what money, and what comes of it.',
        id: 'Apa yang akan dilakukan OPD: kapan, dengan siapa, dengan dana apa, dan apa hasilnya.',
    },
    driver: {
        en: 'A change from outside, with its effects on elements.',
        id: 'Perubahan dari luar dan dampaknya pada unsur.',
    },
    obstacle: {
        en: 'What stands in the way until a program resolves it.',
        id: 'Hambatan, sampai ada program yang mengatasinya.',
    },
    scenario: {
        en: 'A what-if: programs that come later or not at all.',
        id: 'Pengandaian: program yang terlambat atau batal.',
    },
    dimension: {
        en: 'One of the sides of a smart city, with its elements.',
        id: 'Salah satu dimensi kota cerdas, dengan unsur-unsurnya.',
    },
    framework: { en: 'A way of measuring maturity.', id: 'Kerangka penilaian kematangan.' },
    fund: { en: 'Where money comes from.', id: 'Sumber dana.' },
    area: {
        en: 'Where it is: texts, or areas that are declared. Two areas meet where one lies within the other.',
        id: 'Lokasi: teks atau wilayah yang dideklarasikan. Dua wilayah bertemu bila yang satu berada di dalam yang lain.',
    },
    element: {
        en: 'The field within a dimension that a program belongs to.',
        id: 'Unsur dari suatu dimensi tempat program berada.',
    },
    indicator: { en: 'What a framework measures.', id: 'Hal yang dinilai suatu kerangka.' },
    domain: { en: 'A group of indicators, perhaps with a weight.', id: 'Kelompok indikator, bila perlu dengan bobot.' },
    activity: { en: 'A part of a program, scheduled inside it.', id: 'Kegiatan, dijadwalkan di dalam programnya.' },
    region: { en: 'The city or regency of the plan.', id: 'Kota atau kabupaten dari rencana ini.' },
    code: {
        en: 'The official code: of a region, an OPD or a (sub) activity of the nomenclature.',
        id: 'Kode resmi: wilayah, OPD, atau (sub) kegiatan menurut nomenklatur.',
    },
    tagline: { en: 'The city’s tagline.', id: 'Slogan kota.' },
    vision: { en: 'The vision that the plan serves.', id: 'Visi yang dilayani rencana ini.' },
    period: { en: 'First and last day of the plan.', id: 'Hari pertama dan terakhir rencana.' },
    ceiling: {
        en: 'The most money that a year may cost: of the plan, or of an OPD.',
        id: 'Pagu satu tahun: untuk rencana atau untuk satu OPD.',
    },
    actual: {
        en: 'A measured level: what was measured beats what was planned.',
        id: 'Tingkat hasil pengukuran: yang terukur mengalahkan yang direncanakan.',
    },
    target: {
        en: 'A level to reach by a day, or rules of which no finding may be left (`none-of`).',
        id: 'Tingkat yang harus dicapai sampai suatu hari, atau aturan yang tidak boleh lagi ada temuannya (`none-of`).',
    },
    'none-of': {
        en: 'Promises that no un-waived finding of these rules holds on the day.',
        id: 'Menjanjikan bahwa pada hari itu tidak ada temuan aturan ini yang belum dikecualikan.',
    },
    mandate: {
        en: 'The bidang that the OPD is in charge of, such as `"2.16"`.',
        id: 'Bidang urusan OPD, seperti `"2.16"`.',
    },
    capacity: {
        en: 'How many programs the OPD can run at once.',
        id: 'Berapa program yang dapat dijalankan OPD sekaligus.',
    },
    owner: { en: 'The one OPD that answers for it.', id: 'Satu OPD penanggung jawab.' },
    producer: { en: 'The one OPD that makes the data.', id: 'Satu OPD produsen data.' },
    partners: { en: 'OPDs that work with the owner.', id: 'OPD yang bekerja sama dengan penanggung jawab.' },
    serves: { en: 'Whom it is for. None given means everybody.', id: 'Untuk siapa. Tanpa ini berarti untuk semua.' },
    since: {
        en: 'The day from which it is there; it beats any delivery.',
        id: 'Hari mulai tersedianya; mengalahkan penyerahan apa pun.',
    },
    until: { en: 'The last day.', id: 'Hari terakhir.' },
    shared: {
        en: 'Every OPD may use it: others should integrate it, not build their own.',
        id: 'Boleh dipakai semua OPD: yang lain sebaiknya berintegrasi, bukan membangun sendiri.',
    },
    supports: { en: 'The services that the application is for.', id: 'Layanan yang didukung aplikasi.' },
    needs: {
        en: 'Assets that have to be there first. Who needs something waits for it.',
        id: 'Aset yang harus ada lebih dahulu. Yang memerlukan menunggu.',
    },
    integrates: { en: 'Applications that it is connected with.', id: 'Aplikasi yang diintegrasikan.' },
    replaces: { en: 'What ends when this is there.', id: 'Apa yang berakhir ketika ini tersedia.' },
    delivers: {
        en: 'Assets that are there from the day after the program’s finish.',
        id: 'Aset yang tersedia sejak hari setelah program selesai.',
    },
    class: {
        en: 'The kind of infrastructure: two of one class in one place may be one too many.',
        id: 'Jenis infrastruktur: dua yang sekelas di satu tempat mungkin berlebihan.',
    },
    start: { en: 'The first day: pins the start.', id: 'Hari pertama: memaku awal program.' },
    earliest: { en: 'The program does not start before this day.', id: 'Program tidak dimulai sebelum hari ini.' },
    duration: {
        en: 'How long it takes: `9 months`, or `6..9..12 months` when it is uncertain.',
        id: 'Lamanya: `9 months`, atau `6..9..12 months` bila tidak pasti.',
    },
    during: { en: 'First and last day: pins both ends.', id: 'Hari pertama dan terakhir: memaku kedua ujung.' },
    after: {
        en: 'Waits for the finish of others; each may have a lag: `after a + 1 month, b`.',
        id: 'Menunggu selesainya yang lain; masing-masing boleh berjeda: `after a + 1 month, b`.',
    },
    finish: { en: 'A deadline: `finish by 2021-Q2`.', id: 'Batas waktu: `finish by 2021-Q2`.' },
    budget: {
        en: 'Money of one year, from a fund. Budgets of one year add up.',
        id: 'Uang satu tahun, dari suatu sumber dana. Anggaran setahun dijumlahkan.',
    },
    kpi: { en: 'What is measured, from where to where.', id: 'Apa yang diukur, dari berapa menjadi berapa.' },
    raises: {
        en: 'Lifts an indicator to a level, from the day after the finish.',
        id: 'Menaikkan indikator ke suatu tingkat, sejak hari setelah selesai.',
    },
    resolves: { en: 'Obstacles that the program removes.', id: 'Hambatan yang diatasi program.' },
    'responds-to': { en: 'Drivers whose effects the program takes up.', id: 'Pendorong yang ditanggapi program.' },
    'quick-win': {
        en: 'Done within 12 months, and seen by the people.',
        id: 'Selesai dalam 12 bulan dan dirasakan warga.',
    },
    started: {
        en: 'When it really started: beats what was planned.',
        id: 'Kapan sungguh dimulai: mengalahkan rencana.',
    },
    finished: {
        en: 'When it really finished: beats what was planned.',
        id: 'Kapan sungguh selesai: mengalahkan rencana.',
    },
    progress: {
        en: 'How much is done, in per cent. Moves no date.',
        id: 'Berapa persen selesai. Tidak menggeser tanggal.',
    },
    cancelled: {
        en: 'Will not be done: costs, lifts and delivers nothing.',
        id: 'Tidak dilaksanakan: tanpa biaya, hasil, dan kenaikan tingkat.',
    },
    from: { en: 'Where it begins: a fund, a value, a day.', id: 'Asalnya: sumber dana, nilai, atau hari.' },
    impact: { en: 'A good or bad effect on an element.', id: 'Dampak baik atau buruk pada suatu unsur.' },
    positive: { en: 'A good effect.', id: 'Dampak baik.' },
    negative: { en: 'A bad effect.', id: 'Dampak buruk.' },
    'raised-by': { en: 'The OPDs that see the obstacle.', id: 'OPD yang mengangkat hambatan ini.' },
    delay: { en: 'Programs that come later in this scenario.', id: 'Program yang terlambat dalam skenario ini.' },
    drop: { en: 'Programs that do not come in this scenario.', id: 'Program yang batal dalam skenario ini.' },
    scale: { en: 'The levels: `1..5 staged` or `0.. scored`.', id: 'Tingkatnya: `1..5 staged` atau `0.. scored`.' },
    staged: {
        en: 'Whole levels: one counts only when the one below does.',
        id: 'Tingkat bulat: suatu tingkat dihitung hanya bila yang di bawahnya tercapai.',
    },
    scored: { en: 'Any number on the scale.', id: 'Angka apa pun di dalam skala.' },
    aggregate: {
        en: 'How indicators add up: `mean` or `minimum`.',
        id: 'Cara menggabungkan indikator: `mean` atau `minimum`.',
    },
    mean: { en: 'The weighted mean.', id: 'Rata-rata berbobot.' },
    minimum: { en: 'The least of them.', id: 'Yang paling rendah.' },
    level: {
        en: 'What a level is called, and which findings bar it.',
        id: 'Nama suatu tingkat dan temuan yang menghalanginya.',
    },
    'barred-by': {
        en: 'Rules whose findings keep the level from being reached.',
        id: 'Aturan yang temuannya menghalangi tingkat ini.',
    },
    band: { en: 'A name for values from a number on.', id: 'Sebutan untuk nilai mulai dari suatu angka.' },
    weight: { en: 'How much it counts beside the others.', id: 'Bobotnya di samping yang lain.' },
    measures: { en: 'The dimension that the indicator measures.', id: 'Dimensi yang dinilai indikator ini.' },
    within: { en: 'The area that it lies in.', id: 'Wilayah yang memuatnya.' },
    because: { en: 'Why the finding is accepted.', id: 'Mengapa temuan diterima.' },
    by: { en: 'Who answers for it, or the last day for it.', id: 'Siapa penanggung jawabnya, atau hari terakhirnya.' },
    for: { en: 'What the waiver is about.', id: 'Hal yang dikecualikan.' },
    description: { en: 'More words, in Markdown.', id: 'Keterangan, dalam Markdown.' },
    source: { en: 'Where this is written.', id: 'Sumber keterangan ini.' },
    unit: { en: 'What the kpi is counted in.', id: 'Satuan indikator kinerja.' },
    to: { en: 'The value to reach.', id: 'Nilai yang dituju.' },
    at: { en: 'The day of the measurement.', id: 'Hari pengukuran.' },
};

/** What `area` means as a declaration, and the like: keywords that mean two things. */
const DECLARED: Readonly<Record<string, Message>> = {
    area: { en: 'A place, perhaps within another.', id: 'Wilayah, mungkin di dalam wilayah lain.' },
};
const NESTED: Readonly<Record<string, Message>> = {
    element: {
        en: 'A field within the dimension; programs belong to one.',
        id: 'Unsur dimensi; setiap program termasuk salah satunya.',
    },
};

/** What a keyword is for, in the block that it stands in; `undefined` for a word that is none. */
export function keywordHelp(block: string, keyword: string): Message | undefined {
    const table = block === 'file' ? DECLARED : block === 'dimension' ? NESTED : {};
    return Object.hasOwn(table, keyword) ? table[keyword] : Object.hasOwn(HELP, keyword) ? HELP[keyword] : undefined;
}
