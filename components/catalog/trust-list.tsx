import { Icon, type IconName } from "@/components/ui/icon";
import type { CatalogWords } from "./catalog-words";

type Props = { words: CatalogWords["home"]["trust"]; takesUsdc: boolean };

/** What one should know before giving money to a shop one has never seen. */
export function TrustList({ words, takesUsdc }: Props) {
  const points: { icon: IconName; title: string; text: string }[] = [
    { icon: "clock", title: words.fastTitle, text: words.fastText },
    ...(takesUsdc
      ? [{ icon: "wallet", title: words.coinTitle, text: words.coinText } as const]
      : []),
    { icon: "mail", title: words.accountTitle, text: words.accountText },
  ];
  return (
    <section
      aria-labelledby="trust-title"
      className="lg:rounded-card lg:border lg:border-line lg:bg-surface lg:p-6"
    >
      <h2 id="trust-title" className="sr-only">
        {words.title}
      </h2>
      <ul className="grid gap-2.5 sm:grid-cols-3 sm:gap-6 lg:grid-cols-1 lg:gap-5">
        {points.map(({ icon, title, text }) => (
          <li key={title} className="flex items-start gap-3">
            <Icon name={icon} className="mt-0.5 text-brand" />
            <div>
              <p className="font-semibold">{title}</p>
              <p className="mt-0.5 text-muted text-sm max-sm:sr-only">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
