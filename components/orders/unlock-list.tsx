"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { unlockVault } from "@/lib/device/vault";
import type { OrdersMessages } from "./orders-messages";

type Props = { messages: OrdersMessages; onUnlocked: () => void };

/** Stands where the list would be, until the passphrase is typed. */
export function UnlockList({ messages, onUnlocked }: Props) {
  const text = messages.locked;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = event.currentTarget.elements.namedItem("passphrase");
    if (busy || !(input instanceof HTMLInputElement)) return;
    setBusy(true);
    const right = input.value !== "" && (await unlockVault(input.value));
    setBusy(false);
    if (right) {
      onUnlocked();
      return;
    }
    setError(input.value === "" ? text.missing : text.wrong);
    input.select();
  }

  return (
    <section
      aria-labelledby="locked-title"
      className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6"
      data-testid="locked-list"
    >
      <h2 id="locked-title" className="flex items-center gap-2 font-semibold text-lg">
        <Icon name="shield" />
        {text.title}
      </h2>
      <p className="mt-1 mb-5 max-w-prose text-muted">{text.text}</p>
      <form
        noValidate
        method="post"
        onSubmit={(event) => void submit(event)}
        className="flex max-w-md flex-col gap-4"
      >
        <Field id="unlock" label={text.label} error={error}>
          <Input
            id="unlock"
            name="passphrase"
            type="password"
            autoComplete="off"
            {...describedBy("unlock", { error })}
          />
        </Field>
        <div>
          <Button type="submit" busy={busy}>
            {busy ? text.busy : text.submit}
          </Button>
        </div>
      </form>
      <p className="mt-5 max-w-prose text-muted text-sm">{text.lost}</p>
    </section>
  );
}
