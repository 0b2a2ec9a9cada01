"use client";

import { latePart } from "@/components/ui/late-part";
import { Notice } from "@/components/ui/notice";
import { useWallet } from "./wallet-context";

/** Hardly any order has one when its page opens, so it comes on its own. */
export const LateSentCard = latePart(
  async () => (await import("./sent-card")).SentCard,
  function NoSentCard() {
    return (
      <Notice tone="warn" role="alert">
        {useWallet()?.words.loadFailed}
      </Notice>
    );
  },
);
