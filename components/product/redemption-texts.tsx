import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { Block, Redemption } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import { otherLanguage } from "@/lib/i18n/other-language";
import { Blocks } from "./blocks";
import type { ProductWords } from "./product-words";

type Props = { redemption: Redemption; brand: string; locale: string; words: ProductWords };

/** What the brand says of its product: how to use it first, the small print last and folded. */
export function RedemptionTexts({ redemption, brand, locale, words }: Props) {
  const { howToRedeem, description, terms, note } = redemption;
  if (!howToRedeem && !description && !terms && !note) return null;
  const lang = otherLanguage(redemption.locale, locale);
  return (
    <div className="grid gap-8">
      {lang ? <p className="text-muted text-sm">{words.foreignText}</p> : null}
      <div className="grid max-w-reading gap-8">
        {note ? (
          <Notice tone="info" title={words.noteTitle}>
            <Blocks blocks={note} lang={lang} />
          </Notice>
        ) : null}
        {howToRedeem ? (
          <Section id="redeem-title" title={words.redeemTitle} blocks={howToRedeem} lang={lang} />
        ) : null}
        {description ? (
          <Section
            id="about-title"
            title={fill(words.aboutTitle, { brand })}
            blocks={description}
            lang={lang}
          />
        ) : null}
        {terms ? (
          <Terms title={fill(words.termsTitle, { brand })} blocks={terms} lang={lang} />
        ) : null}
      </div>
    </div>
  );
}

type TextProps = { title: string; blocks: readonly Block[]; lang: string | undefined };

function Section({ id, title, blocks, lang }: TextProps & { id: string }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 font-semibold text-xl">
        {title}
      </h2>
      <Blocks blocks={blocks} lang={lang} />
    </section>
  );
}

function Terms({ title, blocks, lang }: TextProps) {
  return (
    <details className="group rounded-card border border-line bg-surface">
      <summary className="flex min-h-14 items-center justify-between gap-3 px-4 py-3 font-semibold sm:px-5 [&::-webkit-details-marker]:hidden">
        {title}
        <Icon name="chevron" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="border-line border-t px-4 py-4 text-muted text-sm sm:px-5">
        <Blocks blocks={blocks} lang={lang} />
      </div>
    </details>
  );
}
