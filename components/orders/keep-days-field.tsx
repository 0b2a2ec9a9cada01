"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { chooseKeepDays, KEEP_DAYS, keepDays } from "@/lib/device/auto-forget";
import { deviceStorage } from "@/lib/device/device-storage";
import { fill } from "@/lib/i18n/fill";
import type { OrdersMessages } from "./orders-messages";

type Props = { messages: OrdersMessages; locale: string };

/**
 * Drawn in the browser alone, so the stored choice is there from the first moment. A choice is stored and
 * nothing more: arrow keys pass through all of them.
 */
export function KeepDaysField({ messages, locale }: Props) {
  const text = messages.device;
  const [days, setDays] = useState(() => keepDays(deviceStorage()));
  const [said, setSaid] = useState<"saved" | "failed">();

  function choose(value: string) {
    const chosen = KEEP_DAYS.find((known) => String(known) === value) ?? 0;
    const storage = deviceStorage();
    setSaid(chooseKeepDays(storage, chosen) ? "saved" : "failed");
    setDays(keepDays(storage));
  }

  return (
    <div className="py-4">
      <Field id="keep-days" label={text.keep} hint={text.keepHint}>
        <Select
          id="keep-days"
          className="max-w-xs"
          aria-describedby="keep-days-hint"
          value={days}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {KEEP_DAYS.map((known) => (
            <option key={known} value={known}>
              {known === 0 ? text.never : fill(text.days, { days: known }, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <p role="status" className="mt-1 text-muted text-sm">
        {said ? text[said] : ""}
      </p>
    </div>
  );
}
