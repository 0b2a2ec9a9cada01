"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PASSPHRASE_MIN } from "@/lib/device/passphrase-key";
import { fill } from "@/lib/i18n/fill";
import type { OrdersMessages } from "./orders-messages";

type Props = {
  /** Begins the ids of the fields. */
  id: string;
  messages: OrdersMessages;
  locale: string;
  submit: string;
  busy: boolean;
  onPassphrase: (passphrase: string) => void;
  children?: ReactNode;
};

/** A passphrase that nobody can bring back is typed twice. */
export function NewPassphrase({
  id,
  messages,
  locale,
  submit,
  busy,
  onPassphrase,
  children,
}: Props) {
  const text = messages.device;
  const [fault, setFault] = useState<"short" | "differs">();
  const minimum = { count: PASSPHRASE_MIN };

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const typed = (name: string) => {
      const input = form.elements.namedItem(name);
      return input instanceof HTMLInputElement ? input : undefined;
    };
    const first = typed("passphrase");
    const again = typed("again");
    if (!first || !again) return;
    const found =
      [...first.value].length < PASSPHRASE_MIN
        ? "short"
        : first.value === again.value
          ? undefined
          : "differs";
    setFault(found);
    if (found) {
      (found === "short" ? first : again).focus();
      return;
    }
    onPassphrase(first.value);
    form.reset();
  }

  const short = fault === "short";
  const differs = fault === "differs";
  return (
    <form noValidate method="post" onSubmit={send} className="flex max-w-md flex-col gap-4">
      <Field
        id={`${id}-new`}
        label={text.passNew}
        hint={fill(text.passHint, minimum, locale)}
        error={short && fill(text.passShort, minimum, locale)}
      >
        <Input
          id={`${id}-new`}
          name="passphrase"
          type="password"
          autoComplete="new-password"
          {...describedBy(`${id}-new`, { hint: true, error: short })}
        />
      </Field>
      <Field id={`${id}-again`} label={text.passAgain} error={differs && text.passDiffers}>
        <Input
          id={`${id}-again`}
          name="again"
          type="password"
          autoComplete="new-password"
          {...describedBy(`${id}-again`, { error: differs })}
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="secondary" busy={busy}>
          {submit}
        </Button>
        {children}
      </div>
    </form>
  );
}
