"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { isEmail } from "./is-email";
import { onLinkToken } from "./on-link-token";
import { OrderEmailField } from "./order-email-field";
import type { OrdersMessages } from "./orders-messages";
import { RefusalNotice } from "./refusal-notice";
import { useRecovery } from "./use-recovery";

type Props = { messages: OrdersMessages; locale: string };

/**
 * Opens an order that this browser has no right to. The same for every address: it reads the reference
 * from the address bar, so that the page itself says nothing about any order.
 */
export function RecoverOrder({ messages, locale }: Props) {
  const { state, recover } = useRecovery(locale);
  const [byLink, setByLink] = useState(false);
  const [byNumber, setByNumber] = useState(false);
  const [emailError, setEmailError] = useState<string>();
  const [numberError, setNumberError] = useState<string>();
  const number = useKeptFocus<HTMLInputElement>(byNumber);
  const text = messages.recover;

  useEffect(() =>
    onLinkToken((token) => {
      setByLink(true);
      void recover({ token });
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    const orderNumber = String(form.get("number") ?? "").trim();
    const wrongEmail = !isEmail(email);
    const noNumber = byNumber && orderNumber === "";
    setEmailError(
      wrongEmail ? messages.find[email === "" ? "emailMissing" : "emailWrong"] : undefined,
    );
    setNumberError(noNumber ? messages.find.whichMissing : undefined);
    if (wrongEmail || noNumber) {
      const first = event.currentTarget.elements.namedItem(noNumber ? "number" : "email");
      if (first instanceof HTMLInputElement) first.focus();
      return;
    }
    setByLink(false);
    void recover(byNumber ? { orderNumber, email } : { reference: referenceHere(), email });
  }

  const busy = state === "busy";
  return (
    <form
      noValidate
      method="post"
      onSubmit={submit}
      className="flex w-full max-w-md flex-col gap-4"
    >
      <RefusalNotice
        state={state}
        notFound={
          byLink ? text.linkFailed : messages.find[byNumber ? "notFoundSeller" : "notFound"]
        }
        words={messages.find}
        locale={locale}
      />
      {busy && byLink && <p role="status">{text.opening}</p>}
      {byNumber && (
        <Field id="recover-number" label={text.numberLabel} error={numberError}>
          <Input
            ref={number}
            id="recover-number"
            dir="ltr"
            name="number"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            {...describedBy("recover-number", { error: numberError })}
          />
        </Field>
      )}
      <OrderEmailField
        id="recover-email"
        label={text.email}
        hint={messages.find.emailHint}
        error={emailError}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="lg" busy={busy}>
          {busy ? (byNumber ? messages.find.busySlow : text.busy) : text.submit}
        </Button>
        {!byNumber && (
          <Button variant="quiet" onClick={() => setByNumber(true)}>
            {text.number}
          </Button>
        )}
      </div>
    </form>
  );
}

const referenceHere = (): string =>
  decodeURIComponent(window.location.pathname.split("/").filter(Boolean).at(-1) ?? "");
