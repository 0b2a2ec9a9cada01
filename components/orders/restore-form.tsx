"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { CONTROL, Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { BACKUP_BYTES_MAX, type BackupReading, readBackup } from "@/lib/device/backup";
import { restoreOrders } from "@/lib/device/vault";
import { fill } from "@/lib/i18n/fill";
import type { OrdersMessages } from "./orders-messages";

type Props = { messages: OrdersMessages; locale: string; onChanged: () => void };
type Outcome = BackupReading | { kind: "failed" } | { kind: "no_file" };

/** Adds the orders of a backup file to the list. What this device knows already stays as it is. */
export function RestoreForm({ messages, locale, onChanged }: Props) {
  const text = messages.device;
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    const file = data.get("file");
    if (!(file instanceof File) || file.size === 0) {
      setOutcome({ kind: "no_file" });
      return;
    }
    setBusy(true);
    const result = await restore(file, String(data.get("passphrase") ?? ""));
    setBusy(false);
    setOutcome(result);
    if (result.kind !== "orders") return;
    form.reset();
    onChanged();
  }

  return (
    <form
      noValidate
      method="post"
      onSubmit={(event) => void submit(event)}
      className="flex max-w-md flex-col gap-4"
    >
      <Field id="restore-file" label={text.restoreFile}>
        <input
          id="restore-file"
          name="file"
          type="file"
          accept="application/json,.json"
          className={`${CONTROL} py-2.5`}
        />
      </Field>
      <Field id="restore-pass" label={text.restorePass}>
        <Input id="restore-pass" name="passphrase" type="password" autoComplete="off" />
      </Field>
      <div>
        <Button type="submit" variant="secondary" busy={busy}>
          {text.restoreGo}
        </Button>
      </div>
      <div role="status">
        {outcome && <Told outcome={outcome} messages={messages} locale={locale} />}
      </div>
    </form>
  );
}

async function restore(file: File, passphrase: string): Promise<Outcome> {
  if (file.size > BACKUP_BYTES_MAX) return { kind: "unreadable" };
  try {
    const reading = await readBackup(await file.text(), passphrase, window.location.origin);
    if (reading.kind === "orders") await restoreOrders(reading.orders);
    return reading;
  } catch {
    // The file could not be read, or this device has no room for what is in it.
    return { kind: "failed" };
  }
}

type ToldProps = { outcome: Outcome; messages: OrdersMessages; locale: string };

function Told({ outcome, messages, locale }: ToldProps) {
  const text = messages.device;
  switch (outcome.kind) {
    case "orders":
      return (
        <>
          <Notice tone="ok" title={fill(text.restored, { count: outcome.orders.length }, locale)}>
            {text.restoredText}
          </Notice>
          {outcome.damaged > 0 && (
            <Notice tone="warn" className="mt-3">
              {fill(messages.list.damaged, { count: outcome.damaged }, locale)}
            </Notice>
          )}
        </>
      );
    case "other_shop":
      return <Notice tone="warn">{fill(text.otherShop, { host: outcome.host })}</Notice>;
    case "wrong_passphrase":
      return <Notice tone="warn">{text.wrongPass}</Notice>;
    case "unreadable":
      return <Notice tone="warn">{text.unreadable}</Notice>;
    case "no_file":
      return <Notice tone="warn">{text.fileMissing}</Notice>;
    case "failed":
      return <Notice tone="danger">{text.failed}</Notice>;
  }
}
