"use client";

import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { makeBackup } from "@/lib/device/backup";
import { readVault } from "@/lib/device/vault";
import { NewPassphrase } from "./new-passphrase";
import type { OrdersMessages } from "./orders-messages";

type Props = { messages: OrdersMessages; locale: string };

/** Writes the list and the kept codes into one file that only its passphrase opens. */
export function BackupForm({ messages, locale }: Props) {
  const text = messages.device;
  const [state, setState] = useState<"idle" | "busy" | "done" | "failed">("idle");

  async function exportWith(passphrase: string) {
    setState("busy");
    try {
      const orders = await readVault();
      if (!orders) throw new Error("The list was locked meanwhile");
      saveFile(await makeBackup(passphrase, window.location.origin, orders));
      setState("done");
    } catch {
      setState("failed");
    }
  }

  return (
    <>
      <p className="mb-4 max-w-prose text-muted text-sm">{text.backupText}</p>
      <NewPassphrase
        id="backup"
        messages={messages}
        locale={locale}
        submit={text.backupMake}
        busy={state === "busy"}
        onPassphrase={(passphrase) => void exportWith(passphrase)}
      />
      <div role="status" className="not-empty:mt-4">
        {state === "done" && <Notice tone="ok">{text.backupDone}</Notice>}
        {state === "failed" && <Notice tone="danger">{text.failed}</Notice>}
      </div>
    </>
  );
}

function saveFile(content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `orders-backup-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  // A browser may still read it when this line is reached; a minute later none does.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
