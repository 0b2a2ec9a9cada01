type Brand = { slug: string; brandId: string };
type Method = { via: string; coin: string; network: string };

/** What the checkout sends for a gift card of twenty dollars, made of what the shop says of it. */
export async function giftCardBody(
  read: (path: string) => Promise<unknown>,
  email = "buyer@example.com",
) {
  const { brands } = (await read("/api/catalog/US")) as { brands: Brand[] };
  const { methods } = (await read("/api/payment-methods")) as { methods: Method[] };
  const brand = brands.find(({ slug }) => slug === "pixelforge");
  const method = methods.find(({ coin, network }) => coin === "USDC" && network === "Base");
  if (!brand || !method) throw new Error("The sandbox sells something else now");
  const { via, coin, network } = method;
  return {
    lines: [
      {
        brand: brand.slug,
        brandId: brand.brandId,
        country: "US",
        denomination: "20 USD",
        beneficiary: email,
      },
    ],
    email,
    payment: { via, coin, network },
    newsletter: false,
    lang: "en",
  };
}
