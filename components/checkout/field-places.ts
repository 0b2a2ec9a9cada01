import type { FieldErrors } from "react-hook-form";
import type {
  CheckoutLine,
  CheckoutValues,
  LinePlace,
  LineValues,
  OrderPlace,
  Place,
  PlacedProblem,
} from "./checkout-types";

type OrderField = Exclude<keyof CheckoutValues, "lines" | "coin" | "newsletter">;
export type LineField = `lines.${string}.${keyof LineValues}`;

/** Both in the order of the page. */
const LINE_FIELDS = { value: "amount", phone: "recipient", account: "recipient" } as const;
const ORDER_FIELDS: Record<OrderField, OrderPlace> = {
  email: "email",
  method: "payment",
  refundAddress: "refund",
  refundOwn: "refundOwn",
  coupon: "coupon",
};

export const placeOfLine = (place: LinePlace, { key }: Pick<CheckoutLine, "key">): Place =>
  `${place}-${key}`;

/** The line that a place belongs to, if it is a line's. */
export function lineOfPlace(
  place: Place,
  lines: readonly CheckoutLine[],
): CheckoutLine | undefined {
  return lines.find((line) => place === `recipient-${line.key}` || place === `amount-${line.key}`);
}

export const lineField = ({ key }: Pick<CheckoutLine, "key">, name: keyof LineValues): LineField =>
  `lines.${key}.${name}`;

/** The field where a place of this order shows what is wrong. */
export function fieldOfPlace(
  place: Place,
  lines: readonly CheckoutLine[],
): OrderField | LineField | undefined {
  const line = lineOfPlace(place, lines);
  if (!line)
    return (Object.keys(ORDER_FIELDS) as OrderField[]).find(
      (field) => ORDER_FIELDS[field] === place,
    );
  if (place.startsWith("amount-")) return lineField(line, "value");
  return lineField(line, line.product.deliversTo === "account" ? "account" : "phone");
}

/** What the form itself found, in the order of the page. */
export function toProblems(
  errors: FieldErrors<CheckoutValues>,
  lines: readonly CheckoutLine[],
): PlacedProblem[] {
  const ofLines = lines.flatMap((line) =>
    (Object.keys(LINE_FIELDS) as (keyof LineValues)[]).flatMap((name) => {
      const text = errors.lines?.[line.key]?.[name]?.message;
      return text ? [{ place: placeOfLine(LINE_FIELDS[name], line), text }] : [];
    }),
  );
  const ofOrder = (Object.keys(ORDER_FIELDS) as OrderField[]).flatMap((field) => {
    const text = errors[field]?.message;
    return text ? [{ place: ORDER_FIELDS[field], text }] : [];
  });
  return [...ofLines, ...ofOrder];
}
