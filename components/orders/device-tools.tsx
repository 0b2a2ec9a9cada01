"use client";

import { Disclosure } from "@/components/ui/disclosure";
import type { Locale } from "@/lib/i18n/locales";
import { BackupForm } from "./backup-form";
import { KeepDaysField } from "./keep-days-field";
import type { OrdersMessages } from "./orders-messages";
import { PassphraseForm } from "./passphrase-form";
import { RestoreForm } from "./restore-form";
import { WipeDevice } from "./wipe-device";

export type DeviceVault = "blocked" | "locked" | "plain" | "wrapped";

type Props = {
  messages: OrdersMessages;
  locale: Locale;
  vault: DeviceVault;
  onChanged: () => void;
  onWiped: () => void;
};

/** What a buyer may decide about the list: how long, who may read it, a copy of it, and its end. */
export function DeviceTools({ messages, locale, vault, onChanged, onWiped }: Props) {
  const text = messages.device;
  const form = { messages, locale, onChanged };
  const usable = vault === "plain" || vault === "wrapped";
  return (
    <section aria-labelledby="device-title" data-testid="device-tools">
      <h2 id="device-title" className="font-semibold text-lg">
        {text.title}
      </h2>
      {vault !== "blocked" && <p className="mt-1 max-w-prose text-muted text-sm">{text.text}</p>}
      <div className="mt-4 divide-y divide-line rounded-card border border-line bg-surface px-4 sm:px-6">
        {vault !== "locked" && <KeepDaysField messages={messages} locale={locale} />}
        {usable && (
          <>
            <Disclosure title={text.passTitle} testId="passphrase">
              <PassphraseForm {...form} wrapped={vault === "wrapped"} />
            </Disclosure>
            <Disclosure title={text.backupTitle} testId="backup">
              <BackupForm {...form} />
            </Disclosure>
            <Disclosure title={text.restoreTitle} testId="restore">
              <RestoreForm {...form} />
            </Disclosure>
          </>
        )}
        <WipeDevice messages={messages} onWiped={onWiped} onKept={onChanged} />
      </div>
    </section>
  );
}
