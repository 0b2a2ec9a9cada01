"use client";

import { PrintButton } from "@/components/ui/print-button";
import type { GiftMessages } from "./gift-messages";
import { GiftQr } from "./gift-qr";
import type { MadeGift } from "./make-gift";

type Props = {
  made: MadeGift;
  label: string;
  qrTitle: string;
  words: GiftMessages["card"];
};

/** A card for an envelope. */
export function GiftCardPrint({ made, label, qrTitle, words }: Props) {
  return (
    <PrintButton label={label}>
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
      </article>
    </PrintButton>
  );
}
