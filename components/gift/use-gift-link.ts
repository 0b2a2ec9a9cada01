"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type Envelope, isGiftHash, readEnvelope } from "@/lib/gift/envelope";
import type { Gift } from "@/lib/gift/gift";
import { openGift } from "@/lib/gift/open-gift";

export type GiftProblemKind = "none" | "broken" | "newer" | "browser";

export type GiftLink =
  | { kind: "reading" }
  | { kind: "problem"; why: GiftProblemKind }
  | { kind: "locked"; envelope: Envelope }
  | { kind: "open"; gift: Gift };

type Opener = {
  link: GiftLink;
  /** Whether the passphrase fits. */
  unlock: (envelope: Envelope, passphrase: string) => Promise<boolean>;
  /** Takes the gift out of the address bar. */
  take: () => void;
};

/**
 * The gift in the address. It stays there until the code is shown: until then a reload, another language
 * or another browser must still find it, and what brought the link keeps it anyway. Once the code was
 * shown the address is only a risk, on a screen that is shared or in a tab that is synchronised.
 */
export function useGiftLink(): Opener {
  const [link, setLink] = useState<GiftLink>({ kind: "reading" });
  const held = useRef("");

  useEffect(() => {
    let latest = 0;
    const read = async () => {
      latest += 1;
      const mine = latest;
      held.current = window.location.hash;
      setLink({ kind: "reading" });
      const found = await readLink(held.current);
      if (mine === latest) setLink(found);
    };
    const onHashChange = () => {
      if (isGiftHash(window.location.hash)) void read();
      // A jump within the page, such as past the header, must not cost the gift.
      else if (isGiftHash(held.current)) setHash(held.current);
    };
    void read();
    window.addEventListener("hashchange", onHashChange);
    return () => {
      latest = -1;
      window.removeEventListener("hashchange", onHashChange);
    };
  }, []);

  const unlock = useCallback(async (envelope: Envelope, passphrase: string) => {
    const opened = await openGift(envelope, passphrase);
    if (opened.ok) setLink({ kind: "open", gift: opened.gift });
    else if (opened.why === "broken") setLink({ kind: "problem", why: "broken" });
    return opened.ok || opened.why === "broken";
  }, []);

  const take = useCallback(() => {
    held.current = "";
    setHash("");
  }, []);

  return { link, unlock, take };
}

async function readLink(hash: string): Promise<GiftLink> {
  try {
    const reading = await readEnvelope(hash);
    if (reading.kind !== "sealed") return { kind: "problem", why: reading.kind };
    const { envelope } = reading;
    if (envelope.locked) return { kind: "locked", envelope };
    const opened = await openGift(envelope);
    return opened.ok ? { kind: "open", gift: opened.gift } : { kind: "problem", why: "broken" };
  } catch {
    // Nothing of the above throws where a browser can encrypt, and where the page is a secure one.
    return { kind: "problem", why: "browser" };
  }
}

function setHash(hash: string): void {
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, "", pathname + search + hash);
}
