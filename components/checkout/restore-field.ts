import type { FieldPath, FieldPathValue, UseFormReturn } from "react-hook-form";
import type { CheckoutValues } from "./checkout-types";

/**
 * Puts what is known already into a field. Whoever has just entered it finds it selected, so that typing
 * replaces it and does not go on behind it. The very key that is being pressed may have brought the page
 * to life, so a field that is entered is filled only once that key has done its work, and only if it did none.
 */
export function restoreField<Name extends FieldPath<CheckoutValues>>(
  form: UseFormReturn<CheckoutValues>,
  name: Name,
  value: FieldPathValue<CheckoutValues, Name>,
): void {
  const entered = document.activeElement;
  if (entered?.getAttribute("name") !== name) {
    form.setValue(name, value);
    return;
  }
  const before = form.getValues(name);
  setTimeout(() => {
    if (form.getValues(name) !== before) return;
    form.setValue(name, value);
    if (entered === document.activeElement && entered instanceof HTMLInputElement) entered.select();
  });
}
