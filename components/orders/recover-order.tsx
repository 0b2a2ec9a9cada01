"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import { isEmail } from "./is-email";
import type { OrdersMessages } from "./orders-messages";
import { takeLinkToken } from "./take-link-token";
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
  const asked = useRef(false);
  const text = messages.recover;

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const token = takeLinkToken();
    if (!token) return;
    setByLink(true);
    void recover({ token });
  });

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
  const refused = state === "notFound" || state === "limited" || state === "failed";
  return (
    <form
      noValidate
      method="post"
      onSubmit={submit}
      className="flex w-full max-w-md flex-col gap-4"
    >
      {refused && (
        <Notice tone="warn" role="alert">
          {byLink && state === "notFound"
            ? text.linkFailed
            : fill(
                messages.find[byNumber && state === "notFound" ? "notFoundSeller" : state],
                { minutes: 15 },
                locale,
              )}
        </Notice>
      )}
      {busy && byLink && <p role="status">{text.opening}</p>}
      {byNumber && (
        <Field
          id="recover-number"
          label={text.numberLabel}
          {...(numberError ? { error: numberError } : {})}
        >
          <Input
            id="recover-number"
            dir="ltr"
            name="number"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            aria-invalid={numberError !== undefined}
            aria-describedby={numberError ? "recover-number-error" : undefined}
          />
        </Field>
      )}
      <Field
        id="recover-email"
        label={text.email}
        hint={messages.find.emailHint}
        {...(emailError ? { error: emailError } : {})}
      >
        <Input
          id="recover-email"
          dir="ltr"
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          maxLength={254}
          aria-invalid={emailError !== undefined}
          aria-describedby={`recover-email-hint${emailError ? " recover-email-error" : ""}`}
        />
      </Field>
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
