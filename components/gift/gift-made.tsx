"use client";

import { useEffect, useRef, useState } from "react";
import { useCodeContext } from "@/components/order/code-context";
import { CopyButton } from "@/components/order/copy-button";
import { Secret } from "@/components/order/secret";
import { Button, ButtonLink } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { CONTROL } from "@/components/ui/input";
import { GiftCardPrint } from "./gift-card-print";
import type { GiftMessages } from "./gift-messages";
import { fitsQr, GiftQr } from "./gift-qr";
import type { MadeGift } from "./make-gift";

type Props = { made: MadeGift; words: GiftMessages; onBack: () => void };

/** The link, in every way that it can reach somebody. */
export function GiftMade({ made, words: { made: words, card }, onBack }: Props) {
  const { announce } = useCodeContext();
  const link = useRef<HTMLInputElement>(null);
  const hasQr = fitsQr(made.url);

  useEffect(() => {
    announce(words.announce);
    link.current?.focus();
  }, [announce, words]);

  return (
    <div className="grid gap-5">
      <p className="text-muted">{words.text}</p>
      <div className="grid gap-3">
        <input
          ref={link}
          readOnly
          dir="ltr"
          value={made.url}
          aria-label={words.link}
          data-testid="gift-link"
          className={classNames(CONTROL, "truncate bg-sunken font-mono text-sm")}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className="flex flex-wrap gap-2">
          <CopyButton
            value={made.url}
            label={words.copy}
            what={words.link}
            textRef={link}
            variant="primary"
          />
          <ShareButton url={made.url} title={card.title} words={words} />
          <ButtonLink
            href={made.url}
            target="_blank"
            rel="noreferrer noopener"
            variant="quiet"
            data-testid="gift-look"
          >
            <Icon name="eye" />
            {words.look}
          </ButtonLink>
        </div>
      </div>
      {made.passphrase !== undefined && (
        <div className="rounded-card border border-line bg-sunken p-4">
          <Secret
            name={words.passphrase}
            value={made.passphrase}
            copyLabel={words.copyPassphrase}
            testId="gift-passphrase"
          />
          <p className="mt-2 text-muted text-sm">{words.passphraseText}</p>
        </div>
      )}
      {hasQr ? (
        <div className="grid justify-items-center gap-3 text-center">
          <GiftQr url={made.url} title={words.qr} />
          <p className="text-muted text-sm">{words.qrText}</p>
          <GiftCardPrint made={made} label={words.print} words={card} qrTitle={words.qr} />
        </div>
      ) : (
        <p className="text-muted text-sm">{words.qrLong}</p>
      )}
      <div>
        <Button variant="quiet" className="-ms-4" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </div>
  );
}

type ShareProps = { url: string; title: string; words: GiftMessages["made"] };

/** The device's own way to send a link, where it has one. */
function ShareButton({ url, title, words }: ShareProps) {
  const [failed, setFailed] = useState(false);
  if (typeof navigator.share !== "function") return null;

  async function share() {
    setFailed(false);
    try {
      await navigator.share({ title, url });
    } catch (error) {
      // Closing the sheet is an answer, not a fault.
      setFailed(!(error instanceof DOMException && error.name === "AbortError"));
    }
  }

  return (
    <>
      <Button variant="secondary" onClick={() => void share()}>
        <Icon name="share" />
        {words.share}
      </Button>
      <p role="status" className="order-last w-full text-danger text-sm empty:hidden">
        {failed ? words.shareFailed : ""}
      </p>
    </>
  );
}
