"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { lockVault, rekeyVault } from "@/lib/device/vault";
import { NewPassphrase } from "./new-passphrase";
import type { OrdersMessages } from "./orders-messages";

type Props = {
  messages: OrdersMessages;
  locale: string;
  wrapped: boolean;
  onChanged: () => void;
};

/** Sets, changes and takes away the passphrase; each time everything is sealed under a new key. */
export function PassphraseForm({ messages, locale, wrapped, onChanged }: Props) {
  const text = messages.device;
  const [state, setState] = useState<"idle" | "busy" | "set" | "removed" | "failed">("idle");

  async function rekey(passphrase?: string) {
    setState("busy");
    const done = await rekeyVault(passphrase).catch(() => false);
    setState(done ? (passphrase === undefined ? "removed" : "set") : "failed");
    onChanged();
  }

  function lock() {
    lockVault();
    onChanged();
  }

  return (
    <>
      <p className="mb-4 max-w-prose text-muted text-sm">{text.passText}</p>
      <NewPassphrase
        id="vault"
        messages={messages}
        locale={locale}
        submit={wrapped ? text.passChange : text.passSet}
        busy={state === "busy"}
        onPassphrase={(passphrase) => void rekey(passphrase)}
      >
        {wrapped && (
          <>
            <Button variant="secondary" onClick={() => void rekey()}>
              {text.passRemove}
            </Button>
            <Button variant="secondary" onClick={lock}>
              {text.lock}
            </Button>
          </>
        )}
      </NewPassphrase>
      <div role="status" className="not-empty:mt-4">
        {state === "set" && <Notice tone="ok">{text.passDone}</Notice>}
        {state === "removed" && <Notice tone="ok">{text.passRemoved}</Notice>}
        {state === "failed" && <Notice tone="danger">{text.failed}</Notice>}
      </div>
    </>
  );
}
