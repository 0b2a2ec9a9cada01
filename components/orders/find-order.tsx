"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isEmail } from "./is-email";
import { OrderEmailField } from "./order-email-field";
import type { OrdersMessages } from "./orders-messages";
import { type OrderKey, parseOrderKey } from "./parse-order-key";
import { RefusalNotice } from "./refusal-notice";
import { useRecovery } from "./use-recovery";

type Props = { messages: OrdersMessages; locale: string };
type Errors = { key?: string; email?: string };

/** Opens an order by what its buyer still has: the link, the reference or the number, and the e-mail. */
export function FindOrder({ messages, locale }: Props) {
  const { state, recover } = useRecovery(locale);
  const [bySeller, setBySeller] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const text = messages.find;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    const key = parseOrderKey(String(form.get("key") ?? ""));
    const found = findErrors(key, email, text);
    setErrors(found);
    const first = found.key ? "key" : found.email ? "email" : undefined;
    if (first) {
      const input = event.currentTarget.elements.namedItem(first);
      if (input instanceof HTMLInputElement) input.focus();
      return;
    }
    if (key === "empty" || key === "unusable") return;
    setBySeller(key.kind === "orderNumber");
    void recover(toBody(key, email));
  }

  const busy = state === "busy";
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
      <RefusalNotice
        state={state}
        notFound={text[bySeller ? "notFoundSeller" : "notFound"]}
        words={text}
        locale={locale}
      />
      <Field id="find-key" label={text.which} hint={text.whichHint} error={errors.key}>
        <Input
          id="find-key"
          dir="ltr"
          name="key"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...describedBy("find-key", { hint: text.whichHint, error: errors.key })}
        />
      </Field>
      <OrderEmailField
        id="find-email"
        label={text.email}
        hint={text.emailHint}
        error={errors.email}
      />
      <div>
        <Button type="submit" variant="secondary" size="lg" busy={busy}>
          {busy ? text[bySeller ? "busySlow" : "busy"] : text.submit}
        </Button>
      </div>
    </form>
  );
}

function findErrors(
  key: ReturnType<typeof parseOrderKey>,
  email: string,
  text: OrdersMessages["find"],
): Errors {
  const errors: Errors = {};
  if (key === "empty") errors.key = text.whichMissing;
  if (key === "unusable") errors.key = text.whichUnusable;
  const needsEmail = typeof key === "string" || key.kind !== "token";
  if (needsEmail && email === "") errors.email = text.emailMissing;
  else if (needsEmail && !isEmail(email)) errors.email = text.emailWrong;
  return errors;
}

function toBody(key: OrderKey, email: string) {
  if (key.kind === "token") return { token: key.token };
  return key.kind === "reference"
    ? { reference: key.reference, email }
    : { orderNumber: key.orderNumber, email };
}
