import type { UpstreamBrand } from "../cryptorefills/schemas/brand";
import { LOGO_ORIGINS } from "../images/logo-origins";

/** Only the configured hosts: a logo is a request that the buyer's browser makes for somebody else. */
function allowed(url: string | undefined, apiOrigin: string): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { origin } = new URL(url);
  return origin === apiOrigin || (LOGO_ORIGINS as readonly string[]).includes(origin)
    ? url
    : undefined;
}

type LogoFields = Pick<UpstreamBrand, "logo_url" | "logo_base_url" | "bg_color">;
type Logo = { url?: string; baseUrl?: string; background?: string };

export function toLogo(brand: LogoFields, apiOrigin: string): Logo {
  const url = allowed(brand.logo_url, apiOrigin);
  const baseUrl = allowed(brand.logo_base_url, apiOrigin);
  return {
    ...(url === undefined ? {} : { url }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(brand.bg_color === undefined ? {} : { background: brand.bg_color }),
  };
}
