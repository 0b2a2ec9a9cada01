import type { FieldErrors } from "react-hook-form";
import type { CheckoutChoice, CheckoutValues, Place, PlacedProblem } from "./checkout-types";

type Field = Exclude<keyof CheckoutValues, "coin" | "newsletter">;

/** In the order of the page. */
const PLACE_OF_FIELD: Record<Field, Place> = {
  value: "amount",
  phone: "recipient",
  account: "recipient",
  email: "email",
  method: "payment",
  refundAddress: "refund",
  refundOwn: "refundOwn",
  coupon: "coupon",
};

/** The field where a place of this order shows what is wrong. */
export function fieldOfPlace(place: Place, choice: CheckoutChoice): Field | undefined {
  if (place === "recipient") {
    return choice.product.deliversTo === "account" ? "account" : "phone";
  }
  return (Object.keys(PLACE_OF_FIELD) as Field[]).find((field) => PLACE_OF_FIELD[field] === place);
}

/** What the form itself found, in the order of the page. */
export function toProblems(errors: FieldErrors<CheckoutValues>): PlacedProblem[] {
  return (Object.keys(PLACE_OF_FIELD) as Field[]).flatMap((field) => {
    const text = errors[field]?.message;
    return text ? [{ place: PLACE_OF_FIELD[field], text }] : [];
  });
}
