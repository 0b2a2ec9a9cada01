import { useCodeContext } from "@/components/order/code-context";
import { Blocks } from "@/components/product/blocks";
import { Button } from "@/components/ui/button";
import { fill } from "@/lib/i18n/fill";
import { otherLanguage } from "@/lib/i18n/other-language";
import type { GiftMessages } from "./gift-messages";
import type { useGiftBrand } from "./use-gift-brand";

type Props = ReturnType<typeof useGiftBrand> & { words: GiftMessages["page"] };

/** How the brand says that its card is used. Of a brand that is not for sale here nothing is known. */
export function GiftSteps({ status, page, retry, words }: Props) {
  const { locale } = useCodeContext();
  if (status === "loading") return null;
  const { howToRedeem: steps, locale: written } = page?.redemption ?? {};
  const lang = otherLanguage(written, locale);
  return (
    <section
      className="rounded-card border border-line bg-surface px-5 py-5 sm:px-8 sm:py-6"
      data-testid="gift-steps"
    >
      {page && steps ? (
        <>
          <h2 className="mb-3 font-semibold text-lg">
            {fill(words.steps, { brand: page.brand.name })}
          </h2>
          {lang && <p className="mb-3 text-muted text-sm">{words.foreign}</p>}
          <Blocks blocks={steps} lang={lang} />
        </>
      ) : (
        <p>{status === "failed" ? words.brandFailed : words.stepsNone}</p>
      )}
      {status === "failed" && (
        <Button variant="secondary" className="mt-3" onClick={retry}>
          {words.retry}
        </Button>
      )}
    </section>
  );
}
