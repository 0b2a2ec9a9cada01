import type { ReactNode } from "react";
import { fill } from "@/lib/i18n/fill";
import type { LegalText } from "@/lib/shop/parse-legal";
import { LegalBlocks } from "./legal-blocks";

type Section = { heading: string; paragraphs: string[] };
type Props = { shopName: string; children: ReactNode };

/** A text that comes with the program. */
export function DefaultLegalPage({
  text,
  shopName,
  children,
}: Props & { text: { title: string; sections: Section[] } }) {
  const values = { shop: shopName };
  return (
    <LegalFrame title={text.title}>
      {text.sections.map(({ heading, paragraphs }) => (
        <section key={heading} className="grid gap-3">
          <h2 className="font-semibold text-xl">{fill(heading, values)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{fill(paragraph, values)}</p>
          ))}
        </section>
      ))}
      {children}
    </LegalFrame>
  );
}

/** A text that the shop wrote itself, which may be in another language than the page. */
export function OwnLegalPage({
  text,
  children,
}: {
  text: LegalText & { locale: string };
  children: ReactNode;
}) {
  return (
    <LegalFrame title={text.title} lang={text.locale}>
      <div lang={text.locale} className="grid gap-4">
        <LegalBlocks blocks={text.blocks} />
      </div>
      {children}
    </LegalFrame>
  );
}

export function LegalFrame(props: { title: string; lang?: string; children: ReactNode }) {
  return (
    <article className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-reading gap-8 px-4 py-10 sm:px-6 sm:py-14">
      <h1 lang={props.lang} className="font-semibold text-3xl">
        {props.title}
      </h1>
      {props.children}
    </article>
  );
}
