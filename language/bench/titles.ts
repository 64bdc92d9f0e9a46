import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js';
import { generator, type Random } from './random.ts';

/** What a program of a made-up plan says of itself. */
export interface Wording {
    readonly title: string;
    readonly description: string;
}

/*
 * Modelled on how Indonesian city plans word their programs: the titles of the plan in `examples/kediri`, and the sub
 * kegiatan of the Ministry of Home Affairs' nomenclature, which read "doing, object, what of it", often with for whom or
 * where. Villages are named as in Java, of two parts (Sumber-rejo, Karang-anyar). The words are common ones of the field,
 * written down here; no plan's text is copied. Roots of the Indonesian dictionary join them: a plan of 10,000 programs has
 * some hundreds of words for what its work is about, and ten times the programs have about three times the words.
 */
const DOINGS =
    'Pembangunan|Peningkatan|Pengembangan|Pengelolaan|Penyediaan|Pemeliharaan|Rehabilitasi|Penataan|Pembinaan|Fasilitasi|Penyelenggaraan|Optimalisasi|Digitalisasi|Revitalisasi|Penguatan|Pengawasan|Pendataan|Penyusunan|Pelatihan|Pengadaan|Sosialisasi|Pemantauan|Pemberdayaan|Percepatan'.split(
        '|',
    );
const OBJECTS =
    'pasar|terminal|jembatan|irigasi|embung|trotoar|halte|taman|lapangan|gedung serbaguna|balai desa|posyandu|puskesmas|klinik|ambulans|apotek|laboratorium|ruang kelas|perpustakaan|sanggar|museum|gedung kesenian|stadion|kolam renang|sentra kerajinan|rumah kemasan|gudang|lumbung|kandang|kolam ikan|rumah potong|kebun bibit|hutan kota|sumur resapan|pintu air|tanggul|drainase|sanitasi|bank sampah|rumah kompos|truk sampah|lampu jalan|rambu|jalur sepeda|parkir|angkutan pelajar|bus kota|uji kendaraan|pos pantau|sirene|hidran|pemadam|tenda darurat|dapur umum|relawan|bansos|rumah singgah|panti|rumah layak huni|rusunawa|air minum|tandon|pipa|menara|serat optik|wifi|kamera pengawas|ruang kendali|pusat data|arsip|surat|tanda tangan elektronik|izin|reklame|pajak|retribusi|aset|gaji|absensi|mutasi|pensiun|lelang|kontrak|naskah|peta|sertipikat tanah|batas wilayah|kependudukan|akta|pernikahan|perpajakan|koperasi|kredit|warung|pedagang|ekspor|pameran|lokapasar|hotel|pemandu|desa wisata|festival|kirab|cagar budaya|batik|tenun|gamelan|film|buku|literasi|beasiswa|magang|bursa kerja|buruh|migran|lansia|difabel|balita|remaja|karang taruna|pramuka|guru|kepala sekolah|kurikulum|ujian|kantin|gizi|imunisasi|tuberkulosis|demam berdarah|hipertensi|jiwa|obat|darah|hewan ternak|vaksin hewan|pupuk|benih|padi|cabai|tebu|kopi|kakao|nanas|mangga|lebah|jamur|unggas|sapi perah|tambak|pasir|energi surya|biogas|udara|kebisingan|limbah medis|limbah batik|sungai|sumber mata air'.split(
        '|',
    );
const ASPECTS =
    'tahan gempa|hemat energi|berbasis kelurahan|malam hari|keliling|apung|pratama|percontohan|perbatasan|bantaran|lereng Wilis|jalur lintas|pinggir rel|kawasan industri|kawasan kumuh|pusat oleh-oleh|eks bioskop|sekitar bandara|dekat tol|alun-alun|pecinan|kampung arab|pondok pesantren|kampus|sekolah dasar|sekolah menengah|madrasah|kejuruan|anak usia dini|tunanetra|tunarungu|ibu hamil|pekerja perempuan|purnawirawan|petani muda|nelayan|penggarap|peternak|perajin|penjahit|penata rias|juru masak|sopir|juru parkir|pengemudi becak|pemulung|ojek|pedagang kaki lima|asongan|grosir|ikan segar|daging|sayur|bunga|burung|barang bekas|suku cadang|mebel|bambu|rotan|kulit|logam|keramik|genteng|batu bata|tahu|tempe|gethuk|keripik|jamu|kecap|garam|gula merah|susu|telur|beras|jagung|kedelai|musim hujan|musim kemarau|pascabanjir|pascapanen|lebaran|tahun ajaran|masa tanam|warisan|kolonial|klasik|peninggalan Majapahit|wayang|jaranan|ludruk|keroncong|hadrah|tari|lukis|fotografi|animasi|gim|robotika|drone|satelit|sensor|barcode|kartu|meterai|denda|piutang|subsidi|asuransi|zakat|wakaf|arisan|simpan pinjam|dana desa|hibah|sewa|lahan tidur|tanah bengkok|tanah kas|pekarangan|rooftop|hidroponik|akuaponik|kompos cacing|maggot|plastik|kertas|popok|minyak jelantah|oli bekas|baterai|kaca|puing|lumpur tinja|air hujan|air tanah|banjir rob|angin kencang|longsor|kebakaran lahan|kekeringan|gempa|letusan Kelud|wabah|rabies|flu burung|antraks|stunting|kurang darah|gigi|mata|telinga|jantung|ginjal|paru|kusta|merokok|narkoba|judi daring|perundungan|pernikahan dini|kekerasan rumah tangga'.split(
        '|',
    );
const PEOPLE =
    'pelajar|lansia|penyandang disabilitas|ibu rumah tangga|pelaku usaha mikro|petani|kader kelurahan|aparatur|pencari kerja|pemuda|guru|keluarga miskin'.split(
        '|',
    );
const VILLAGE_HEADS =
    'Sumber|Karang|Sido|Banjar|Tegal|Suko|Mojo|Ngadi|Jati|Gondang|Kali|Kedung|Wono|Bangun|Purwo|Tanjung|Ringin|Pandan|Rejo|Sambi|Bulu|Waru|Tulung|Grogol|Semampir|Ngronggo|Pojok|Dandang|Manis|Setono|Balong|Kraton|Candi|Gunung|Watu|Randu|Asem|Pule|Bendo|Cempoko|Lebak|Plosok|Duren|Nogo|Singo|Joyo|Kerto|Marga'.split(
        '|',
    );
const VILLAGE_ENDS =
    'rejo|anyar|mulyo|sari|agung|jati|dadi|kerto|harjo|wetan|kulon|lor|kidul|tengah|gede|renggo|roto|panggung|gayam|asri|makmur|ombo|malang|duwur|pinggir|gondo|kembar|arum|waras|legi|tunggal|semi|luhur|raya'.split(
        '|',
    );
const AIMS = [
    'Mengurangi antrean dan biaya',
    'Memperpendek waktu tunggu',
    'Menekan angka kejadian',
    'Menambah pendapatan',
    'Memperluas jangkauan',
    'Menyelamatkan yang rusak berat',
    'Melengkapi yang sudah berjalan',
    'Menjawab keluhan rembug tahun lalu',
    'Menggantikan cara lama yang manual',
    'Menyiapkan petugas lapangan',
];

/** One program in this many takes up what an earlier one plans, in its own words. */
const RESTATED = 25;
/** How many roots of the dictionary a plan of 10,000 programs uses. */
const ROOTS = 450;
const SYLLABLES = [...'bdgjklmnprstw'].flatMap((consonant) => [...'aiueo'].map((vowel) => consonant + vowel));

/** The words of a plan's programs: the same for the same size and seed. */
export function wordings(programs: number, seed = 1): Wording[] {
    const random = generator(seed);
    const aspects = [...ASPECTS, ...roots(programs)];
    const subject = () => `${pick(random, OBJECTS)} ${pick(random, aspects)} ${pick(random, aspects)}`;
    const made: { readonly subject: string; readonly detail: string }[] = [];
    return Array.from({ length: programs }, (_, i): Wording => {
        const work = i > 0 && once(random, RESTATED) ? pick(random, made) : { subject: subject(), detail: subject() };
        made.push(work);
        const where = `${once(random, 3) ? 'kecamatan' : 'kelurahan'} ${village(random)}`;
        const title = `${pick(random, DOINGS)} ${work.subject}`;
        const description = `${pick(random, AIMS)}; ${work.detail} di ${village(random)}.`;
        return {
            title: once(random, 4)
                ? `${title} bagi ${pick(random, PEOPLE)}`
                : once(random, 2)
                  ? title
                  : `${title} ${where}`,
            description: once(random, 4) ? '' : description,
        };
    });
}

/** Roots of the Indonesian dictionary, spread over the alphabet; more for a larger plan, by the root of its size. */
function roots(programs: number): string[] {
    const known = stemmer.dictionary.filter((word) => /^[a-z]{5,9}$/.test(word)).sort();
    const wanted = Math.min(known.length, Math.round(ROOTS * Math.sqrt(programs / 10_000)));
    return Array.from({ length: wanted }, (_, i) => known[Math.floor((i * known.length) / wanted)]!);
}

/** The name of a village. */
export function village(random: Random): string {
    return pick(random, VILLAGE_HEADS) + pick(random, VILLAGE_ENDS);
}

/** A made-up name, such as `Dimorejo`, of four syllables. */
export function coined(random: Random): string {
    const name = Array.from({ length: 4 }, () => pick(random, SYLLABLES)).join('');
    return name.charAt(0).toUpperCase() + name.slice(1);
}

/** One of several, each as likely. */
export function pick<T>(random: Random, from: readonly T[]): T {
    return from[Math.floor(random() * from.length)]!;
}

function once(random: Random, times: number): boolean {
    return random() * times < 1;
}
