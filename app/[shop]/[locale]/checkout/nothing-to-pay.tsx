import type { ReactNode } from "react";
import type { CheckoutMessages } from "@/components/checkout/checkout-types";
import { MessageView } from "@/components/shop/message-view";
import { ButtonLink } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon";
import type { BrandPage } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { brandPath, browsePath, checkoutPath, homePath } from "@/lib/urls";
import type { CheckoutData, CheckoutQuery } from "./load-checkout";

type Way = { href: string; label: string };
type NothingToPayProps = {
  icon: IconName;
  title: string;
  text: string;
  action: Way;
  other?: Way;
  children?: ReactNode;
};

/** There is nothing to pay for, or no way to: said calmly, with the way on. */
export function NothingToPay({ icon, title, text, action, other, children }: NothingToPayProps) {
  return (
    <MessageView icon={icon} title={title} text={text}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={action.href} size="lg">
          {action.label}
        </ButtonLink>
        {other ? (
          <ButtonLink href={other.href} size="lg" variant="secondary">
            {other.label}
          </ButtonLink>
        ) : null}
        {children}
      </div>
    </MessageView>
  );
}

type Missing = Exclude<CheckoutData, { kind: "ready" }>;

/** What each reason says, and where it leads. */
export function wayOn(
  data: Missing,
  query: CheckoutQuery,
  locale: Locale,
  messages: CheckoutMessages,
): NothingToPayProps {
  const country = query.items[0]?.country;
  const catalogue = {
    href: country === undefined ? homePath(locale) : browsePath(locale, country),
    label: messages.toCatalogue,
  };
  const product = (page: BrandPage) => ({
    href: brandPath(locale, country ?? "", page.brand.slug),
    label: messages.toProduct,
  });
  switch (data.kind) {
    case "nothing_chosen":
      return {
        icon: "receipt",
        title: messages.emptyTitle,
        text: messages.emptyText,
        action: catalogue,
      };
    case "gone":
      return {
        icon: "search",
        title: messages.goneTitle,
        text: messages.goneText,
        ...(data.page ? { action: product(data.page), other: catalogue } : { action: catalogue }),
      };
    case "sold_out":
      return {
        icon: "info",
        title: messages.soldOutTitle,
        text: fill(messages.soldOutText, { brand: data.page.brand.name }),
        action: catalogue,
      };
    case "unavailable":
      return {
        icon: "warning",
        title: messages.downTitle,
        text: messages.downText,
        action: { href: selfPath(locale, query), label: messages.tryAgain },
        other: catalogue,
      };
  }
}

/** The page itself, as it was asked for. */
export const selfPath = (locale: Locale, { items, ...more }: CheckoutQuery): string =>
  checkoutPath(locale, items, more);
