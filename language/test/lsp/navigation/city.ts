/** A small plan in two files, for questions about names that cross files. */
export const CITY = {
    'agencies.smartcity': `use smart-city-100, garuda

masterplan kediri "Kediri" {
    period 2020..2024
    actual garuda 3 at 2019
}
opd diskominfo "Dinas Kominfo"
opd dishub "Dinas Perhubungan"
service complaints "Pengaduan" { owner diskominfo }
dimension care "Kepedulian" {
    element health "Kesehatan"
}
`,
    'programs.smartcity': `// Programs of the first years,
// with their waits.
program fibre "Serat optik" {
    owner diskominfo
    partners dishub
    element care.health
    source "https://kediri.go.id/rencana.pdf, hlm. 3"
    duration 6 months
    budget 2020 Rp 1 miliar
    budget 2021 Rp 500 juta
    raises garuda.governance to 4
    activity design "Rancangan" { duration 2 months }
    activity rollout "Peluncuran" { after design  duration 4 months }
}
program room "Satu pintu" {
    owner dishub
    element care.health
    during 2021..2022
    after fibre + 1 month
    delivers complaints
    description """
        Dua baris
        teks.
        """
}
waive missing-kpi for fibre because "Menunggu" by dishub
scenario late "Terlambat" { delay fibre by 12 months }
`,
} as const;

/** The plan with a cursor put in front of the n-th time that some words stand in a file. */
export function cityAt(file: keyof typeof CITY, words: string, into = 0, nth = 1): Record<string, string> {
    let at = -1;
    for (let count = 0; count < nth; count++) {
        at = CITY[file].indexOf(words, at + 1);
    }
    if (at < 0) {
        throw new Error(`not in ${file}: ${words}`);
    }
    return { ...CITY, [file]: `${CITY[file].slice(0, at + into)}<|>${CITY[file].slice(at + into)}` };
}
