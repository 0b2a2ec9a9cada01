"use client";

import { useParams } from "next/navigation";
import { useBrowserValue } from "@/components/ui/use-browser-value";

const COOKIE = /(?:^|;\s*)country=([A-Z]{2})(?:;|$)/;
const YEAR_SECONDS = 31_536_000;

/**
 * The country of this page in upper case; on a page without one, the country chosen last. The server
 * never reads that cookie here, because its answers are shared by all visitors.
 */
export function useCountry(): string | undefined {
  const { country } = useParams();
  const remembered = useBrowserValue(rememberedCountry, undefined);
  if (typeof country === "string" && /^[a-z]{2}$/.test(country)) return country.toUpperCase();
  return remembered;
}

function rememberedCountry(): string | undefined {
  return COOKIE.exec(document.cookie)?.[1];
}

export function rememberCountry(code: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `country=${code}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
