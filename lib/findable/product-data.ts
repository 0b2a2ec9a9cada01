import type { BrandPage, CoinAmount, Product } from "../contract/catalog";
import { isLess } from "../payment/amount";

/** The seller of everything that the shop shows. */
const SELLER = {
  "@type": "Organization",
  name: "Cryptorefills",
  url: "https://www.cryptorefills.com",
} as const;

/** More offers than this make the page heavier than they make it findable. */
const MOST_OFFERS = 60;

type Page = {
  page: BrandPage;
  url: string;
  image: string;
  description: string;
  category: string;
};

/** A brand and what of it can be bought, at the prices that the page shows. */
export function productData({ page, url, image, description, category }: Page) {
  const { brand, products } = page;
  const priced = products.flatMap((product) =>
    product.price ? [{ product, price: product.price }] : [],
  );
  return {
    "@type": "Product",
    name: brand.name,
    sku: brand.brandId,
    brand: { "@type": "Brand", name: brand.name },
    category,
    description,
    url,
    image,
    ...offers(priced, url, brand.outOfStock),
  };
}

type Priced = { product: Product; price: CoinAmount };

function offers(priced: readonly Priced[], url: string, outOfStock: boolean) {
  const [first] = priced;
  if (!first) return {};
  const availability = `https://schema.org/${outOfStock ? "OutOfStock" : "InStock"}`;
  const amounts = priced.map(({ price }) => price.amount);
  return {
    offers: {
      "@type": "AggregateOffer",
      // schema.org takes the ticker of a cryptocurrency where ISO 4217 has no code.
      priceCurrency: first.price.coin,
      lowPrice: amounts.reduce((low, amount) => (isLess(amount, low) ? amount : low)),
      highPrice: amounts.reduce((high, amount) => (isLess(high, amount) ? amount : high)),
      offerCount: priced.length,
      availability,
      seller: SELLER,
      offers: priced.slice(0, MOST_OFFERS).map(({ product, price }) => ({
        "@type": "Offer",
        name: product.label,
        price: price.amount,
        priceCurrency: price.coin,
        availability,
        seller: SELLER,
        url,
      })),
    },
  };
}
