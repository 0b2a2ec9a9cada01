import type { ReactNode } from "react";
import { fill } from "@/lib/i18n/fill";
import type { Shop } from "@/lib/shop/schema";
import type { LegalWords, ShopWords } from "./words";

type Props = {
  support: Pick<Shop["support"], "email" | "url" | "phone">;
  hours: string | undefined;
  words: LegalWords;
  shopWords: ShopWords;
};

/** How to reach somebody, at the end of every text of the shop. */
export function LegalContact({ support: { email, url, phone }, hours, words, shopWords }: Props) {
  if (!(email || url || phone)) return null;
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-xl">{words.contact}</h2>
      {email ? <Way href={`mailto:${email}`}>{fill(words.contactText, { email })}</Way> : null}
      {url ? <Way href={url}>{words.contactLink}</Way> : null}
      {phone ? (
        <Way href={`tel:${phone.replaceAll(" ", "")}`}>{fill(shopWords.phone, { phone })}</Way>
      ) : null}
      {hours ? <p>{fill(shopWords.hours, { hours })}</p> : null}
    </section>
  );
}

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p>
      <a href={href} className="text-brand underline underline-offset-4">
        {children}
      </a>
    </p>
  );
}
