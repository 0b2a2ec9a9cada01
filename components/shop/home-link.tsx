"use client";

import type { ReactNode } from "react";
import { SoftLink } from "@/components/ui/soft-link";
import type { Locale } from "@/lib/i18n/locales";
import { countryPath, homePath } from "@/lib/urls";
import { useCountry } from "./use-country";

type Props = { locale: Locale; label: string; children: ReactNode };

/** Leads to the start page of the country one is in. */
export function HomeLink({ locale, label, children }: Props) {
  const country = useCountry();
  return (
    <SoftLink
      href={country ? countryPath(locale, country) : homePath(locale)}
      aria-label={label}
      className="flex min-h-11 min-w-0 items-center gap-2.5 rounded-field font-bold text-xl tracking-tight"
    >
      {children}
    </SoftLink>
  );
}
