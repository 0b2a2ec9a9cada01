"use client";

import { Icon } from "@/components/ui/icon";
import { SoftLink } from "@/components/ui/soft-link";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { homePath } from "@/lib/urls";
import { Flag } from "./flag";
import { useCountry } from "./use-country";

type Props = { locale: Locale; label: string; labelNow: string };

/** Says which country's shelves one looks at, and leads to all others. */
export function CountryLink({ locale, label, labelNow }: Props) {
  const country = useCountry();
  return (
    <SoftLink
      href={homePath(locale)}
      aria-label={country ? fill(labelNow, { country }) : label}
      className="inline-flex min-h-11 items-center gap-2 rounded-field px-2.5 font-medium hover:bg-sunken"
    >
      {country ? <Flag country={country} /> : <Icon name="globe" />}
      <span className={country ? undefined : "max-sm:sr-only"}>{country ?? label}</span>
      <Icon name="chevron" size={16} className="text-muted" />
    </SoftLink>
  );
}
