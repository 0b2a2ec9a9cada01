import "server-only";
import { membersOf } from "../is-record";
import { sameAmount } from "../payment/amount";

/** A line of the order as far as a problem can name it. */
export type NamedLine = {
  brand: { name: string };
  line: {
    country: string;
    denomination?: string | undefined;
    value?: string | undefined;
    beneficiary: string;
  };
};

type Named = Record<string, unknown>;

/** Each thing that a problem may say about a delivery; what it leaves out fits every line. */
const FITS: readonly ((named: Named, line: NamedLine) => boolean)[] = [
  (named, { brand }) => named.brand_name === brand.name,
  (named, { line }) =>
    typeof named.country_code !== "string" || named.country_code.toUpperCase() === line.country,
  (named, { line }) =>
    line.value === undefined
      ? named.denomination === undefined || named.denomination === line.denomination
      : named.product_value === undefined || sameAmount(String(named.product_value), line.value),
  (named, { line }) =>
    typeof named.beneficiary_account !== "string" ||
    named.beneficiary_account.toLowerCase() === line.beneficiary.toLowerCase(),
];

/** The line that a problem's `moreDetails` speak of; `undefined` when they speak of none. */
export function lineOf(moreDetails: unknown, lines: readonly NamedLine[]): number | undefined {
  const details = membersOf(moreDetails);
  const delivery = Array.isArray(details.deliveries) ? details.deliveries[0] : details.delivery;
  const named = membersOf(membersOf(delivery).deliverable);
  const exact = lines.findIndex((line) => FITS.every((fits) => fits(named, line)));
  const at = exact >= 0 ? exact : lines.findIndex(({ brand }) => brand.name === named.brand_name);
  return at < 0 ? undefined : at;
}
