"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { describedBy } from "@/components/ui/described-by";
import { Field } from "@/components/ui/field";
import type { GiftMessages } from "./gift-messages";
import { PassphraseInput } from "./passphrase-input";
import { Present } from "./present";

type Props = {
  words: GiftMessages["locked"];
  unlock: (passphrase: string) => Promise<boolean>;
};

/** A gift that asks for its passphrase; nothing of it is known before. */
export function GiftLocked({ words, unlock }: Props) {
  const id = useId();
  const [passphrase, setPassphrase] = useState("");
  const [state, setState] = useState<"idle" | "busy" | "missing" | "wrong">("idle");
  const error = state === "missing" || state === "wrong" ? words[state] : undefined;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = document.getElementById(id);
    if (passphrase.trim() === "") {
      setState("missing");
      field?.focus();
      return;
    }
    setState("busy");
    if (await unlock(passphrase)) return;
    setState("wrong");
    field?.focus();
  }

  return (
    <section
      aria-labelledby={`${id}-title`}
      className="overflow-hidden rounded-card border border-line bg-surface shadow-raised"
    >
      <Present />
      <div className="px-5 py-6 sm:px-8 sm:py-8">
        <h1 id={`${id}-title`} className="text-center font-semibold text-2xl">
          {words.title}
        </h1>
        <p className="mt-2 text-center text-muted">{words.text}</p>
        <form noValidate className="mt-6 grid gap-4" onSubmit={(event) => void submit(event)}>
          <Field id={id} label={words.label} error={error && <span role="alert">{error}</span>}>
            <PassphraseInput
              id={id}
              value={passphrase}
              onType={setPassphrase}
              {...describedBy(id, { error })}
            />
          </Field>
          <Button type="submit" size="lg" busy={state === "busy"} data-testid="unlock-gift">
            {words.submit}
          </Button>
        </form>
      </div>
    </section>
  );
}
