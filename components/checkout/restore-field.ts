import type { FieldPath, FieldPathValue, UseFormReturn } from "react-hook-form";
import type { CheckoutValues } from "./checkout-types";

/**
 * Puts what is known already into a field. Whoever has just entered it finds it selected, so that typing
 * replaces it and does not go on behind it.
 */
export function restoreField<Name extends FieldPath<CheckoutValues>>(
  form: UseFormReturn<CheckoutValues>,
  name: Name,
  value: FieldPathValue<CheckoutValues, Name>,
): void {
  form.setValue(name, value);
  if (document.activeElement?.getAttribute("name") === name) {
    form.setFocus(name, { shouldSelect: true });
  }
}
