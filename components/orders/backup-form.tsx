"use client";

import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { makeBackup, readBackup } from "@/lib/device/backup";
import { readVault } from "@/lib/device/vault";
import { fill } from "@/lib/i18n/fill";
import { NewPassphrase } from "./new-passphrase";
import type { OrdersMessages } from "./orders-messages";

type Props = { messages: OrdersMessages; locale: string };

/** Writes the list and the kept codes into one file that only its passphrase opens. */
export function BackupForm({ messages, locale }: Props) {
  const text = messages.device;
  const [state, setState] = useState<"idle" | "busy" | "done" | "failed">("idle");
  const [damaged, setDamaged] = useState(0);

  async function exportWith(passphrase: string) {
    setState("busy");
    try {
      const vault = await readVault();
      if (!vault) throw new Error("The list was locked meanwhile");
      const { origin } = window.location;
      const file = await makeBackup(passphrase, origin, vault.orders);
      // Only a file that can be read back is a backup.
      const reading = await readBackup(file, passphrase, origin);
      if (reading.kind !== "orders") throw new Error("The file could not be read back");
      saveFile(file);
      setDamaged(vault.damaged + reading.damaged);
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
      <div role="status" className="flex flex-col gap-3 not-empty:mt-4">
        {state === "done" && <Notice tone="ok">{text.backupDone}</Notice>}
        {state === "done" && damaged > 0 && (
          <Notice tone="warn">{fill(messages.list.damaged, { count: damaged }, locale)}</Notice>
        )}
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
