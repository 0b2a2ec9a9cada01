import type { Shop } from "../shop/schema";

/** Who runs the shop. The seller of the products is another one and stands with each offer. */
export function organizationData({ name, url, support }: Pick<Shop, "name" | "url" | "support">) {
  const contact = {
    ...(support.email === undefined ? {} : { email: support.email }),
    ...(support.url === undefined ? {} : { url: support.url }),
  };
  return {
    "@type": "Organization",
    name,
    url,
    logo: `${url}/icons/512.png`,
    ...(Object.keys(contact).length > 0 && {
      contactPoint: { "@type": "ContactPoint", contactType: "customer support", ...contact },
    }),
  };
}
