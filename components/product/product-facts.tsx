import { Icon, type IconName } from "@/components/ui/icon";
import type { BrandPage } from "@/lib/contract/catalog";
import { listOf } from "@/lib/i18n/list-of";
import type { ProductWords } from "./product-words";

type Props = { page: BrandPage; country: string; locale: string; words: ProductWords };

/** What must be known before buying: where it works, and how it arrives. */
export function ProductFacts({ page, country, locale, words }: Props) {
  const { brand, redemption } = page;
  const { facts } = words;
  const rows: { icon: IconName; label: string; text: string }[] = [
    { icon: "globe", label: facts.region, text: redemption.region ?? country },
    {
      icon: brand.deliversTo === "phone" ? "phone" : "mail",
      label: facts.delivery,
      text: facts[brand.deliversTo],
    },
  ];
  if (redemption.methods.length > 0) {
    const names = redemption.methods.map((method) => methodName(method, words));
    const text = listOf(names, locale);
    rows.push({ icon: "receipt", label: facts.use, text });
  }
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {rows.map(({ icon, label, text }) => (
        <div key={label} className="relative min-w-0 ps-8">
          <dt className="text-muted text-sm">
            <Icon name={icon} className="absolute start-0 top-0.5 text-brand" />
            {label}
          </dt>
          <dd className="font-medium [overflow-wrap:anywhere]">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function methodName(method: string, { methods }: ProductWords): string {
  const known: Readonly<Record<string, string>> = methods;
  return known[method.toLowerCase().replace(/[^a-z]/g, "")] ?? method;
}
