"use client";

import { useEffect, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import type { RevealedDelivery } from "@/lib/contract/order-view";
import { dropCode, hasCode, keepCode } from "@/lib/device/vault";
import type { Locale } from "@/lib/i18n/locales";
import { prepareOffline } from "@/lib/offline/prepare-offline";
import { useOrderContext } from "./order-context";

type Props = { reference: string; delivery: RevealedDelivery };

/** The only place from which a code gets onto this device: a tick, which can be taken back. */
export function KeepCode({ reference, delivery }: Props) {
  const { messages, locale, announce } = useOrderContext();
  const text = messages.code;
  const [kept, setKept] = useState<boolean>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let left = false;
    const found = (has: boolean) => left || setKept(has);
    hasCode(reference, delivery.id).then(found, () => found(false));
    return () => {
      left = true;
    };
  }, [reference, delivery.id]);

  async function change(keep: boolean) {
    setKept(keep);
    setFailed(false);
    try {
      await (keep ? keepCode(reference, delivery) : dropCode(reference, delivery.id));
      announce(keep ? text.kept : text.dropped);
      if (keep) await stayReadable(locale);
    } catch {
      setKept(!keep);
      setFailed(true);
    }
  }

  if (kept === undefined) return null;
  return (
    <div>
      <Checkbox
        label={
          <>
            <span className="block">{text.keep}</span>
            <span className="block text-muted text-sm">{text.keepText}</span>
          </>
        }
        checked={kept}
        data-testid="keep-code"
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {failed && (
        <Notice tone="warn" role="alert">
          {text.keepFailed}
        </Notice>
      )}
    </div>
  );
}

/** What is kept shall outlast tidying browsers, and open without a connection. */
async function stayReadable(locale: Locale): Promise<void> {
  await prepareOffline(locale);
  // A browser may say no, and then tidies up as it always does.
  await navigator.storage?.persist?.().catch(() => false);
}
