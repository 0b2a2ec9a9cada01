import { Icon, type IconName } from "@/components/ui/icon";
import type { CatalogWords } from "./catalog-words";

/** What one should know before giving money to a shop one has never seen. */
export function TrustStrip({ words }: { words: CatalogWords["home"]["trust"] }) {
  const points: { icon: IconName; title: string; text: string }[] = [
    { icon: "clock", title: words.fastTitle, text: words.fastText },
    { icon: "wallet", title: words.coinTitle, text: words.coinText },
    { icon: "mail", title: words.accountTitle, text: words.accountText },
  ];
  return (
    <section aria-labelledby="trust-title" className="rounded-card bg-sunken px-4 py-5 sm:px-6">
      <h2 id="trust-title" className="sr-only">
        {words.title}
      </h2>
      <ul className="grid gap-5 md:grid-cols-3 md:gap-8">
        {points.map(({ icon, title, text }) => (
          <li key={title} className="flex items-start gap-3">
            <Icon name={icon} className="mt-0.5 text-brand" />
            <div>
              <p className="font-semibold">{title}</p>
              <p className="mt-0.5 text-muted text-sm">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
