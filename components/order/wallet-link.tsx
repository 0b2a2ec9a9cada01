"use client";

import { useEffect, useRef, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useOrderContext } from "./order-context";

const PATIENCE_MS = 2_500;

/** Hands the payment request to a wallet app; says so when none took it. */
export function WalletLink({ uri }: { uri: string }) {
  const { messages } = useOrderContext();
  const [nothingOpened, setNothingOpened] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  function watch() {
    clearTimeout(timer.current);
    // A wallet that opens takes the screen, and the page with it.
    timer.current = setTimeout(() => {
      if (document.visibilityState === "visible" && document.hasFocus()) setNothingOpened(true);
    }, PATIENCE_MS);
  }

  return (
    <div>
      <ButtonLink
        href={uri}
        size="lg"
        className="w-full sm:w-auto"
        rel="noreferrer"
        onClick={watch}
        data-testid="open-wallet"
      >
        <Icon name="wallet" />
        {messages.pay.openWallet}
      </ButtonLink>
      {nothingOpened && (
        <p className="mt-2 text-muted text-sm" role="status">
          {messages.pay.noWallet}
        </p>
      )}
    </div>
  );
}
