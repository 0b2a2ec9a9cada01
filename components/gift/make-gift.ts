import type { BrandCard } from "@/lib/contract/catalog";
import type { LineView, RevealedDelivery } from "@/lib/contract/order-view";
import { type GiftBrand, toGift } from "@/lib/gift/gift";
import { normalPassphrase } from "@/lib/gift/passphrase";
import { sealGift } from "@/lib/gift/seal-gift";
import type { Locale } from "@/lib/i18n/locales";
import { giftPath } from "@/lib/urls";

export type MadeGift = { url: string; said: string; passphrase: string | undefined };

type Given = {
  line: LineView;
  delivery: RevealedDelivery;
  locale: Locale;
  said: string;
  passphrase: string | undefined;
};

const LOOK_UP_MS = 6_000;

/** The link of a gift, made on this device. Nothing leaves it but the question for the brands of a country. */
export async function makeGift(given: Given): Promise<MadeGift | undefined> {
  const { line, delivery, locale, said } = given;
  const passphrase =
    given.passphrase === undefined ? undefined : normalPassphrase(given.passphrase);
  try {
    const gift = toGift({ delivery, line, brand: await findBrand(line), words: said });
    if (!gift) return undefined;
    const hash = await sealGift(gift, passphrase);
    const url = `${window.location.origin}${giftPath(locale)}${hash}`;
    return { url, said: gift.words ?? "", passphrase };
  } catch {
    // A browser may lack the encryption, or allow it on secure pages alone.
    return undefined;
  }
}

/** An order names its brand; the catalogue knows the slug. A gift without one is shown without a brand. */
async function findBrand({ country, brand }: LineView): Promise<GiftBrand | undefined> {
  try {
    const signal = AbortSignal.timeout(LOOK_UP_MS);
    const response = await fetch(`/api/catalog/${encodeURIComponent(country)}`, { signal });
    if (!response.ok) return undefined;
    const { brands } = (await response.json()) as { brands: BrandCard[] };
    const [found, another] = brands.filter(({ name }) => name === brand);
    return found && !another ? { country, slug: found.slug } : undefined;
  } catch {
    // No answer, or none that can be read: the gift is worth the same.
    return undefined;
  }
}
