"use client";

import { useEffect, useState } from "react";
import { useOrderContext } from "@/components/order/order-context";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { LineView, RevealedDelivery } from "@/lib/contract/order-view";
import { isFramed } from "@/lib/device/frame-pass";
import type { Locale } from "@/lib/i18n/locales";
import type { GiftMessages } from "./gift-messages";
import type { GiveDialog } from "./give-dialog";

type Props = {
  line: LineView;
  /** The code while it is shown; nothing can be given that was not looked at. */
  delivery: RevealedDelivery | undefined;
};
type Maker = { Dialog: typeof GiveDialog; words: GiftMessages; delivery: RevealedDelivery };

/**
 * The way to give a code away. What it needs is fetched by the click. The dialog holds the code itself,
 * because sharing takes phones out of the tab, and then the code on the page hides.
 */
export function GiveCode({ line, delivery }: Props) {
  const { messages, locale } = useOrderContext();
  const [maker, setMaker] = useState<Maker>();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  useEffect(() => {
    const forget = () => setMaker(undefined);
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, []);

  async function start(given: RevealedDelivery) {
    setState("busy");
    try {
      setMaker({ ...(await loadMaker(locale)), delivery: given });
      setState("idle");
    } catch {
      // Without a connection nothing can be fetched; the code is there all the same.
      setState("failed");
    }
  }

  // Within another site a share sheet, the clipboard and paper are mostly out of reach.
  if (isFramed()) return null;
  const offered = delivery && (delivery.code || delivery.codeUrl || delivery.esim);
  return (
    <>
      {offered && (
        <div className="mt-4 border-line border-t pt-2">
          <Button
            variant="quiet"
            className="-ms-4"
            busy={state === "busy"}
            onClick={() => void start(delivery)}
            data-testid="give-code"
          >
            <Icon name="gift" />
            {messages.give.offer}
          </Button>
          <p role="status" className="text-danger text-sm empty:hidden">
            {state === "failed" ? messages.give.failed : ""}
          </p>
        </div>
      )}
      {maker && (
        <maker.Dialog
          line={line}
          delivery={maker.delivery}
          words={maker.words}
          onClose={() => setMaker(undefined)}
        />
      )}
    </>
  );
}

async function loadMaker(locale: Locale): Promise<Omit<Maker, "delivery">> {
  const [{ GiveDialog: Dialog }, words] = await Promise.all([
    import("./give-dialog"),
    import(`../../messages/${locale}/gift.json`) as Promise<{ default: GiftMessages }>,
  ]);
  return { Dialog, words: words.default };
}
