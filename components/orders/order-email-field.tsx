import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = { id: string; label: string; hint: string; error: string | undefined };

/** The e-mail address that an order was made with. */
export function OrderEmailField({ id, label, hint, error }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Input
        id={id}
        dir="ltr"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        {...describedBy(id, { hint, error })}
      />
    </Field>
  );
}
