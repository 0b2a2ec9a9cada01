/** The countries that upstream sells in, ISO 3166-1 alpha-2 (and XK). */
export const COUNTRY_CODES: readonly string[] = `
AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BE BZ BJ BM BT BO BQ BA BW BV BR IO BN
BG BF BI CV KH CM CA KY TD CL CN CX CC CO KM CG CK CR CI HR CW CY CZ DK DJ DM DO EC EG SV GQ ER
EE SZ ET FK FO FJ FI FR GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM HN HK HU
IS IN ID IE IM IL IT JM JP JE JO KZ KE KI XK KW KG LA LV LB LS LR LI LT LU MO MG MW MY MV MT MH
MQ MR MU YT MX FM MD MC MN ME MS MA MZ NA NR NP NL NC NZ NI NE NG NU NF MK MP NO OM PK PW PS PA
PG PY PE PH PN PL PT PR QA RE RO RW BL SH KN LC MF PM VC WS SM ST SA SN RS SC SL SG SX SK SI SB
SO ZA GS KR ES LK SR SJ SE CH TW TJ TZ TH TL TG TK TO TT TN TR TM TC TV UG UA AE GB US UM UY UZ
VU VA VN VG VI WF EH YE ZM
`
  .trim()
  .split(/\s+/);

const known = new Set(COUNTRY_CODES);

export function isCountryCode(value: string): boolean {
  return known.has(value);
}

/** A country's name in a language; the code itself where the language has no word for it. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}
