"use client";

import { type CodeMessages, CodeProvider } from "@/components/order/code-context";
import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { GiftContents } from "./gift-contents";
import { GiftLocked } from "./gift-locked";
import type { GiftMessages } from "./gift-messages";
import { GiftProblem } from "./gift-problem";
import { Present } from "./present";
import { useGiftLink } from "./use-gift-link";

type Props = {
  messages: Pick<GiftMessages, "page" | "locked" | "problem">;
  codeMessages: CodeMessages;
  locale: Locale;
  shopName: string;
};

/** The page of whoever gets a gift. The shop comes first on it, so that nothing in a gift can speak for it. */
export function GiftView({ messages, codeMessages, locale, shopName }: Props) {
  const { link, unlock, take } = useGiftLink();
  const { page } = messages;
  return (
    <CodeProvider messages={codeMessages} locale={locale}>
      {link.kind === "problem" ? (
        <GiftProblem words={messages.problem[link.why]} />
      ) : (
        <div className="grid gap-5">
          <Notice tone="info" title={fill(page.from, { shop: shopName })}>
            {fill(page.vouch, { shop: shopName })}
          </Notice>
          {link.kind === "reading" && <Opening words={page} />}
          {link.kind === "locked" && (
            <GiftLocked
              words={messages.locked}
              unlock={(passphrase) => unlock(link.envelope, passphrase)}
            />
          )}
          {link.kind === "open" && (
            // Another link in the same tab is another gift: nothing of the one before stays.
            <GiftContents
              key={JSON.stringify(link.gift)}
              gift={link.gift}
              words={page}
              onShown={take}
            />
          )}
        </div>
      )}
    </CodeProvider>
  );
}

function Opening({ words }: { words: GiftMessages["page"] }) {
  return (
    <section className="overflow-hidden rounded-card border border-line bg-surface shadow-raised">
      <Present />
      <div className="px-5 py-6 text-center sm:px-8">
        <h1 className="font-semibold text-2xl">{words.title}</h1>
        <p className="mt-2 text-muted" data-testid="gift-opening">
          {words.opening}
        </p>
        <noscript>
          <p className="mt-4 rounded-card bg-warn-soft p-4">{words.noscript}</p>
        </noscript>
      </div>
    </section>
  );
}
