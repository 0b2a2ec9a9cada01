/**
 * The locale that numbers and times are written in. Digits are the Western ones in every language:
 * amounts are compared with what a wallet or an exchange shows, and those write no others.
 */
export const formatLocale = (locale: string): string => `${locale}-u-nu-latn`;
