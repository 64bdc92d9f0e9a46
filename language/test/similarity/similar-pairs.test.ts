import { describe, expect, it } from 'vitest';
import type { SimilarityWords } from '../../src/analysis/similarity/lexicon.ts';
import { SimilarityIndex } from '../../src/analysis/similarity/similarity-index.ts';

/** The one pair that two programs of different owners make, if any. */
function pairOf(a: string | [string, string], b: string | [string, string], words?: SimilarityWords) {
    const [titleA, describedA] = typeof a === 'string' ? [a, ''] : a;
    const [titleB, describedB] = typeof b === 'string' ? [b, ''] : b;
    const texts = [
        { key: 'a', owner: 'dishub', title: titleA, description: describedA },
        { key: 'b', owner: 'dinkes', title: titleB, description: describedB },
    ];
    return SimilarityIndex.build(texts, words).pairs()[0];
}

describe('the pairs that the fact book names', () => {
    it.each([
        ['Pemasangan CCTV Simpang Jalan', 'Pengadaan Kamera Pengawas Kota'],
        ['Pembangunan Command Center Kota', 'Penyediaan Ruang Kendali Darurat'],
        ['Aplikasi Pengaduan Masyarakat Suara Warga', 'Layanan Aduan Warga via WhatsApp'],
    ])('finds "%s" and "%s" alike', (a, b) => {
        expect(pairOf(a, b)).toBeDefined();
    });

    it.each([
        ['Pengembangan Aplikasi Layanan Kesehatan', 'Pengembangan Aplikasi Layanan Perizinan'],
        ['Pengawasan Kualitas Air', 'Kamera Pengawas Sungai'],
        ['Peningkatan Kinerja Pegawai', 'Peningkatan Keterampilan Tenaga Kerja'],
        ['Digitalisasi Arsip Kependudukan', 'Digitalisasi Arsip Perpustakaan'],
    ])('does not take "%s" and "%s" for alike', (a, b) => {
        expect(pairOf(a, b)).toBeUndefined();
    });
});

describe('the same words left', () => {
    it.each([
        ['Pengelolaan Sampah', 'Layanan Persampahan Terpadu'],
        ['Literasi Digital Masyarakat', 'Peningkatan Literasi'],
        ['Pengelolaan Bank Sampah', 'Sampah Bank'],
        ['Pembangunan Jembatan', 'Pemeliharaan jembatan kota'],
        ['Peningkatan Mutu', 'Penguatan Mutu'],
        ['Optimalisasi PJU', 'Pemasangan Lampu Jalan'],
        ['Program Kelurahan', 'Layanan Kelurahan'],
        ['Data', 'Pengelolaan Data Terpadu'],
    ])('always makes a pair: "%s", "%s"', (a, b) => {
        const pair = pairOf(a, b);
        expect(pair?.score).toBe(1);
        expect(pair?.shared.length).toBeGreaterThan(0);
    });

    it('looks at title and description together', () => {
        expect(pairOf(['Drainase', 'Pasar.'], ['Pasar', 'Drainase.'])?.score).toBe(1);
    });

    it('says nothing where no word is left', () => {
        expect(pairOf('Pengembangan Aplikasi Layanan Publik', 'Sistem Informasi Pelayanan Terpadu')).toBeUndefined();
        expect(pairOf('', '')).toBeUndefined();
        expect(pairOf('2024', 'Tahun 2024')).toBeUndefined();
    });
});

describe('no word shared', () => {
    it.each([
        ['Posyandu Balita', 'Imunisasi Bayi'],
        ['Pelatihan Barista', 'Bedah Rumah'],
        ['Cetak KTP', 'Akta Kelahiran'],
        ['Terminal', 'Halte'],
    ])('never makes a pair, whatever the threshold: "%s", "%s"', (a, b) => {
        const texts = [
            { key: 'a', owner: 'x', title: a, description: '' },
            { key: 'b', owner: 'y', title: b, description: '' },
        ];
        expect(SimilarityIndex.build(texts, {}, 0.0001).pairs()).toEqual([]);
    });
});

describe('words of two meanings', () => {
    it.each([
        ['IKM', 'Industri Kecil Menengah'],
        ['IKM', 'Indeks Kepuasan Masyarakat'],
        ['KIA', 'Kesehatan Ibu dan Anak'],
        ['KIA', 'Kartu Identitas Anak'],
        ['TPS', 'Tempat Pemungutan Suara'],
        ['TPA', 'Tempat Pembuangan Akhir'],
        ['TPA', 'Taman Pendidikan Quran'],
        ['PKL', 'Pedagang Kaki Lima'],
        ['PKL', 'Praktik Kerja Lapangan'],
        ['P3K', 'Pegawai Pemerintah dengan Perjanjian Kerja'],
        ['KB', 'Keluarga Berencana'],
        ['PAD', 'Pendapatan Asli Daerah'],
        ['PSU', 'Prasarana Sarana dan Utilitas'],
        ['Penyusunan Laporan', 'Kanal Lapor'],
        ['Pengawasan', 'Kamera Pengawas'],
    ])('does not unify %s with %s', (a, b) => {
        expect(pairOf(a, b)).toBeUndefined();
    });
});

describe('names for the same thing', () => {
    it.each([
        ['Street Light Monitoring', 'Penerangan Jalan Umum'],
        ['Waste Service', 'Pengelolaan Sampah'],
        ['Citizen Complaint Hub', 'Kanal Pengaduan'],
        ['Early Warning System for Floods', 'Peringatan Dini Banjir'],
        ['E-Library', 'Perpustakaan Digital'],
        ['Telemedicine', 'Konsultasi Dokter Jarak Jauh'],
        ['Absensi Online ASN', 'Presensi Pegawai'],
        ['PPDB Online', 'Penerimaan Siswa Baru'],
        ['WebGIS', 'Sistem Informasi Geografis'],
        ['Bedah Rumah', 'Rehabilitasi RTLH'],
    ])('knows that "%s" is "%s"', (a, b) => {
        expect(pairOf(a, b)).toBeDefined();
    });

    it('takes names from the plan', () => {
        const words = { synonyms: [['Kurnia', 'Tali Asih Wali Kota']] };
        expect(pairOf('Program Kurnia', 'Pengelolaan Tali Asih Wali Kota')).toBeUndefined();
        expect(pairOf('Program Kurnia', 'Pengelolaan Tali Asih Wali Kota', words)?.score).toBe(1);
    });

    it('takes boilerplate and protected phrases from the plan', () => {
        const words = { boilerplate: ['Gumbregah', 'Waras'] };
        expect(pairOf('Gumbregah Waras Terminal', 'Gumbregah Waras Museum')).toBeDefined();
        expect(pairOf('Gumbregah Waras Terminal', 'Gumbregah Waras Museum', words)).toBeUndefined();
        const title = 'Kolam Tani Makmur';
        expect(pairOf(title, 'Kolam')).toBeDefined();
        expect(pairOf(title, 'Kolam', { protectedPhrases: ['kolam tani makmur'] })).toBeUndefined();
    });
});

describe('what speaks against a pair', () => {
    it.each([
        ['two kinds of work', 'Pembangunan Jembatan Brawijaya', 'Festival Jembatan Lama'],
        ['a street that is all they share', 'Penataan Taman Jalan Lirboyo', 'Sistem Satu Arah Jalan Lirboyo'],
        ['little evidence', 'Agenda Pimpinan', 'Agenda Festival'],
    ])('%s: "%s", "%s"', (_, a, b) => {
        expect(pairOf(a, b)).toBeUndefined();
    });

    it('but not where the kind of work is the same, or one title names none', () => {
        expect(pairOf('Renovasi Jembatan Brawijaya', 'Pembangunan Jembatan Lama')).toBeDefined();
        expect(pairOf('Jembatan Brawijaya', 'Festival Jembatan Lama')).toBeDefined();
    });

    it('nor where a street is named with what is done there', () => {
        expect(pairOf('Trotoar Jalan Lirboyo', 'Perbaikan Trotoar Lirboyo')).toBeDefined();
    });
});

describe('typing errors', () => {
    it('knows phrases that are written as one word', () => {
        expect(pairOf('Lomba Sepakbola', 'Lomba Sepak Bola')?.score).toBeGreaterThan(0.9);
    });

    it('takes an English plural for no Indonesian word', () => {
        expect(pairOf('Vaksinasi Rabbies', 'Rabies')).toBeDefined();
    });

    it.each([
        ['Kanal Pengaduhan Warga', 'Pengaduan'],
        ['Perpustakan Keliling', 'Perpustakaan'],
        ['Pelayanann Imunsasi', 'Imunisasi'],
        ['Festival Lirboyo', 'Festival Lirboio'],
    ])('finds "%s" and "%s" alike', (a, b) => {
        expect(pairOf(a, b)).toBeDefined();
    });

    it('does not correct short words', () => {
        expect(pairOf('Sawah', 'Sawit')).toBeUndefined();
    });
});

describe('what is told', () => {
    it('gives the shared words as they were written, the most telling first', () => {
        const pair = pairOf('Pelatihan Tenun Ikat bagi UMKM', 'Kursus Tenun untuk Usaha Mikro');
        expect(pair?.shared).toEqual(['Tenun Ikat / Tenun', 'UMKM / Usaha Mikro', 'Pelatihan / Kursus']);
    });

    it('leaves programs of one owner alone', () => {
        const texts = ['a', 'b'].map((key) => ({ key, owner: 'dlh', title: 'Bank Sampah', description: '' }));
        expect(SimilarityIndex.build(texts).pairs()).toEqual([]);
    });

    it('is not moved by the prose that two descriptions share', () => {
        const prose =
            'Program ini bertujuan meningkatkan kualitas pelayanan publik kepada masyarakat melalui pemanfaatan teknologi informasi.';
        expect(pairOf(['Layanan Gizi', prose], ['Layanan Reklame', prose])).toBeUndefined();
    });
});
