import { day } from '../support.ts';

/** The day the fixtures are drawn on. */
export const DRAWN = day('2021-08-15');

/** A small plan with one of everything that a picture shows. */
export const SMALL = `
dimension governance "Smart Governance" { element service "Pelayanan"  element bureaucracy "Birokrasi" }
dimension living "Smart Living" { element health "Prasarana kesehatan"  element mobility "Sarana transportasi"  element harmony "Tata ruang" }
fund apbd "APBD Kota"
fund csr "CSR"

masterplan kota "Masterplan Kota Contoh" {
    region "Kota Contoh"
    tagline "Kota yang melayani"
    period 2020..2024
    vision "Maju bersama"
    ceiling 2021 Rp 1 miliar
    actual index 3.3 at 2020 source "Laporan 2020"
    actual index 3.1 at 2021 source "Laporan 2021"
    target ladder 4 by 2021
    target ladder.living 4 by 2022
    target index 3.5 by 2023
    target none-of duplicate-service by 2022
}
framework ladder "Tangga contoh" {
    scale 1..5 staged
    level 1 "Mulai"
    level 4 "Terpadu" barred-by duplicate-service
    aggregate mean
    indicator governance "Tata kelola" measures governance
    indicator living "Kehidupan" measures living
}
framework index "Indeks contoh (bobot 2020)" {
    scale 0.. scored
    aggregate mean
    band "Baik" from 2.6
    band "Sangat baik" from 3.5
    indicator all "Seluruhnya"
}
audience residents "Warga"
opd diskominfo "Dinas Komunikasi dan Informatika" { mandate "2.16"  ceiling 2021 Rp 400 juta }
opd dishub "Dinas Perhubungan" { mandate "2.15" }
opd dinkes "Dinas Kesehatan" { mandate "1.02" }
service complaints "Pengaduan masyarakat" { owner diskominfo  serves residents }
infrastructure network "Jaringan intra" { owner diskominfo  class network }

program city-fibre "Jaringan serat optik antar perangkat daerah se-Kota Contoh" {
    owner diskominfo
    partners dishub
    element governance.bureaucracy
    started 2020-01
    finished 2020-11
    delivers network
    raises ladder.governance to 2
    budget 2020 Rp 850 juta from apbd
}
program complaint-room "Satu pintu aduan warga" {
    owner diskominfo
    partners dishub, dinkes
    element governance.service
    after city-fibre + 1 month
    needs network
    started 2021-02
    duration 8 months
    progress 40%
    finish by 2021-Q2
    delivers complaints
    quick-win
    raises ladder.governance to 4
    budget 2021 Rp 300 juta from apbd
    budget 2021 Rp 150 juta from csr
    activity design "Rancangan" { duration 2 months }
    activity rollout "Peluncuran" { after design  duration 4 months }
}
program hotline "Nomor aduan angkutan" {
    owner dishub
    element living.mobility
    serves residents
    during 2021..2022
    delivers complaints
    raises ladder.living to 2
    budget 2021 Rp 900 juta from apbd
}
program clinic "Rekam medis yang mengikuti pasien" {
    owner dinkes
    element living.health
    after complaint-room
    duration 6..9..15 months
    finish by 2024
    raises index.all to 3.4
}
program early "Dokter keluarga" {
    owner dinkes
    element living.health
    start 2020-06
    duration 4 months
    after complaint-room
}
program someday "Angkutan pengumpan" { owner dishub  element living.mobility }
waive missing-kpi for clinic because "Menunggu studi" by dinkes until 2030
`;

/** A plan whose every text tries to become part of the page. */
export const HOSTILE = `
use smart-city-100
masterplan m "<script>alert('plan')</script>" {
    period 2020..2022
    tagline "\\"quoted\\" & <b>bold</b>"
    vision "</title></style><img src=x onerror=alert(1)>"
    region "]]> <!-- -->"
    actual f 2 at 2020 source "<script>alert('source')</script>"
    target f 3 by 2021 source "x\\" onload=\\"alert(1)"
    target f.i 3 by 2021
}
framework f "<script>framework</script>" {
    scale 1..3 staged
    level 2 "<b>level</b>"
    aggregate mean
    band "<i>band</i>" from 2
    indicator i "<script>indicator</script>" measures governance
}
audience a "<script>audience</script>"
opd one "<script>one</script>"
opd two "\\"two\\" onclick=\\"x"
fund gold "<script>fund</script>"
service s "<script>service</script>" { owner one  serves a }
program p "<script>alert('p')</script>" {
    owner one  element governance.service  start 2020  duration 6 months  delivers s
    finish by 2020-03  quick-win  budget 2020 Rp 1 juta from gold  raises f.i to 3
    activity x "<script>activity</script>" { duration 2 months }
}
program q "q\\" onmouseover=\\"alert(1)" { owner two  element governance.service  after p  duration 6 months  delivers s }
program later "<script>later</script>" { owner two  element governance.policy }
waive missing-kpi for p because "<script>because</script>" by one
`;
