import type { CountryCode } from "libphonenumber-js/min";
import { type ChangeEvent, useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Flag } from "@/components/shop/flag";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { fill } from "@/lib/i18n/fill";
import type { CheckoutLine, CheckoutMessages, CheckoutValues } from "./checkout-types";
import { lineField, placeOfLine } from "./field-places";
import { checkPhone } from "./phone-check";
import { anchorOf } from "./place-anchor";
import { formatTyped, readTyped } from "./type-phone";

type Props = {
  form: UseFormReturn<CheckoutValues>;
  line: CheckoutLine;
  messages: CheckoutMessages;
  locale: string;
};

/** Countries with numbers of their own in which nothing is sold; they have no flag here. */
const NOT_SERVED: ReadonlySet<string> = new Set(
  "AC AF BY CD CF CU IQ IR KP LY ML MM RU SD SS SY TA VE ZW".split(" "),
);

type Rules = typeof import("libphonenumber-js/min");

/** A number of the operator's country, written as one likes; how it is understood stands below it. */
export function PhoneField({ form, line, messages, locale }: Props) {
  const id = anchorOf(placeOfLine("recipient", line));
  const name = lineField(line, "phone");
  const error = form.formState.errors.lines?.[line.key]?.phone?.message;
  const { countryName: country, phoneExample } = line;
  const hint = phoneExample
    ? fill(messages.phoneHint, { country, example: phoneExample })
    : fill(messages.phoneHintPlain, { country });
  const [rules, setRules] = useState<Rules>();
  const [reading, setReading] = useState("");
  const typed = useWatch({ control: form.control, name }) ?? "";
  const home = asCountry(line.country, rules);
  const shown = countryOf(typed, home, rules) ?? line.country;
  const field = form.register(name);

  // The rules weigh more than the rest of the page, so they come when somebody is about to type.
  const load = () => {
    if (!rules) import("libphonenumber-js/min").then(setRules, () => undefined);
  };
  const read = (text: string) => {
    if (text.trim() === "") return setReading("");
    void checkPhone(text, line.country).then((check) => {
      // What was typed meanwhile is another number.
      if (form.getValues(name) === text) setReading(check.kind === "ok" ? check.pretty : "");
    });
  };
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setReading("");
    const input = event.target;
    if (rules && home) {
      const caret = input.selectionStart ?? input.value.length;
      const next = formatTyped({ text: input.value, caret }, home, rules.AsYouType);
      if (next.text !== input.value) {
        input.value = next.text;
        input.setSelectionRange(next.caret, next.caret);
      }
    }
    void field.onChange(event);
  };
  /** Another country is never silently assumed: its code is written in front of the number. */
  const chooseCountry = (code: string) => {
    const chosen = asCountry(code, rules);
    if (!rules || !chosen) return;
    const number = readTyped(typed, chosen, rules.AsYouType)?.reader.getNumber();
    const text = number?.formatInternational() ?? `+${rules.getCountryCallingCode(chosen)} `;
    form.setValue(name, text, { shouldDirty: true, shouldTouch: true });
    setReading("");
    form.setFocus(name);
  };

  return (
    <div>
      <Field id={id} label={messages.phoneLabel} hint={hint} error={error}>
        <div className="grid grid-cols-[auto_minmax(0,7.5rem)_minmax(0,1fr)] sm:grid-cols-[auto_minmax(0,13rem)_minmax(0,1fr)] items-center gap-2">
          {NOT_SERVED.has(shown) ? <Icon name="globe" size={24} /> : <Flag country={shown} />}
          <Select
            aria-label={messages.phoneCountry}
            value={shown}
            onFocus={load}
            onPointerEnter={load}
            onChange={(event) => chooseCountry(event.target.value)}
          >
            {countryOptions(rules, line.country, locale).map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
          <Input
            id={id}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            maxLength={40}
            required
            dir="ltr"
            {...describedBy(id, { hint, error })}
            {...field}
            onFocus={load}
            onChange={change}
            onBlur={(event) => {
              read(event.target.value);
              void field.onBlur(event);
            }}
          />
        </div>
      </Field>
      <p aria-live="polite" className="mt-1 min-h-6 text-muted text-sm">
        {reading === "" || error
          ? messages.phoneOnce
          : fill(messages.phoneReads, { number: reading })}
      </p>
    </div>
  );
}

function asCountry(code: string, rules: Rules | undefined): CountryCode | undefined {
  return rules?.isSupportedCountry(code) ? code : undefined;
}

/** The country that the number itself names by its code; a number without one is of the operator's. */
function countryOf(
  text: string,
  home: CountryCode | undefined,
  rules: Rules | undefined,
): string | undefined {
  if (!rules || !home) return undefined;
  return readTyped(text, home, rules.AsYouType)?.reader.getCountry() ?? home;
}

function countryOptions(rules: Rules | undefined, own: string, locale: string) {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const served = rules?.getCountries().filter((code) => !NOT_SERVED.has(code));
  const codes: string[] = served ?? [own];
  const known = codes.includes(own) ? codes : [own, ...codes];
  return known
    .map((code) => {
      const supported = asCountry(code, rules);
      const calling = supported && rules ? ` (+${rules.getCountryCallingCode(supported)})` : "";
      return { code, label: `${names.of(code) ?? code}${calling}` };
    })
    .sort((left, right) => left.label.localeCompare(right.label, locale));
}
