"use client";

import { useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { GiftMessages } from "./gift-messages";
import { GiftQr } from "./gift-qr";
import type { MadeGift } from "./make-gift";

type Props = {
  made: MadeGift;
  label: string;
  qrTitle: string;
  words: GiftMessages["card"];
};

/** A card for an envelope. It is in the page only while it is printed, as the card of an eSIM is. */
export function GiftCardPrint({ made, label, qrTitle, words }: Props) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const end = () => setPrinting(false);
    window.addEventListener("afterprint", end);
    return () => window.removeEventListener("afterprint", end);
  }, [printing]);

  const print = () => {
    // What is printed has to be there before the browser is asked to, in the same click.
    flushSync(() => setPrinting(true));
    window.print();
  };
  return (
    <>
      <Button variant="secondary" onClick={print}>
        <Icon name="receipt" />
        {label}
      </Button>
      {printing &&
        createPortal(
          <article className="receipt gift-card" data-testid="gift-card">
            <div className="gift-card-front">
              <div className="gift-card-said">
                <h2>{words.title}</h2>
                {made.said && (
                  <p className="gift-card-words" dir="auto">
                    {made.said}
                  </p>
                )}
                <p className="gift-card-private">{words.private}</p>
              </div>
              <div className="gift-card-code">
                <GiftQr url={made.url} title={qrTitle} />
                <p>{words.scan}</p>
                <p translate="no">{new URL(made.url).host}</p>
                {made.passphrase !== undefined && <p>{words.locked}</p>}
              </div>
            </div>
          </article>,
          document.body,
        )}
    </>
  );
}
