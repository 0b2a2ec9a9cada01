import { fill } from "@/lib/i18n/fill";
import type { Shop } from "@/lib/shop/schema";
import type { LegalWords } from "./words";

type Props = {
  text: { title: string; sections: { heading: string; paragraphs: string[] }[] };
  shop: Pick<Shop, "name" | "support">;
  words: LegalWords;
};

export function LegalPage({ text, shop, words }: Props) {
  const values = { shop: shop.name };
  const { email, url } = shop.support;
  return (
    <article className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-reading gap-8 px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="font-semibold text-3xl">{text.title}</h1>
      {text.sections.map(({ heading, paragraphs }) => (
        <section key={heading} className="grid gap-3">
          <h2 className="font-semibold text-xl">{fill(heading, values)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{fill(paragraph, values)}</p>
          ))}
        </section>
      ))}
      {email || url ? (
        <section className="grid gap-3">
          <h2 className="font-semibold text-xl">{words.contact}</h2>
          {email ? (
            <p>
              <a href={`mailto:${email}`} className="text-brand underline underline-offset-4">
                {fill(words.contactText, { email })}
              </a>
            </p>
          ) : null}
          {url ? (
            <p>
              <a href={url} className="text-brand underline underline-offset-4">
                {words.contactLink}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
    </article>
  );
}
