import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fill } from "@/lib/i18n/fill";
import type { AmountRange } from "./amount-option";
import type { ProductWords } from "./product-words";

export const RANGE_ID = "amount-value";

type Props = {
  range: AmountRange;
  typed: string;
  onType: (typed: string) => void;
  onLeave: () => void;
  error: string | undefined;
  /** A value that is not meant must not travel with the form. */
  disabled: boolean;
  words: ProductWords["form"];
};

/** An amount of one's own within the brand's limits. */
export function RangeField({ range, typed, onType, onLeave, error, disabled, words }: Props) {
  return (
    <div className="grid gap-3">
      <Field
        id={RANGE_ID}
        label={fill(words.rangeLabel, { currency: range.currency })}
        hint={range.hint}
        error={error}
      >
        <Input
          id={RANGE_ID}
          name="v"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          value={typed}
          disabled={disabled}
          onChange={(event) => onType(event.target.value)}
          onBlur={onLeave}
          {...describedBy(RANGE_ID, { hint: range.hint, error })}
          className="min-h-14 text-lg tabular-nums"
        />
      </Field>
      {range.suggestions.length > 1 && !disabled ? (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">{words.suggestions}</legend>
          {range.suggestions.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              aria-pressed={typed === value}
              onClick={() => onType(value)}
              className="inline-flex min-h-11 items-center rounded-full border border-line bg-surface px-4 font-medium tabular-nums hover:border-line-strong aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:text-brand"
            >
              {label}
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
