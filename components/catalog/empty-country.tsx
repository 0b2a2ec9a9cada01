import { MessageView } from "@/components/shop/message-view";
import { ButtonLink } from "@/components/ui/button";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { homePath } from "@/lib/urls";
import type { CatalogWords } from "./catalog-words";

type Props = { country: string; locale: Locale; words: CatalogWords["home"] };

/** A country that is sold in, and has nothing to sell now. */
export function EmptyCountry({ country, locale, words }: Props) {
  return (
    <MessageView
      icon="info"
      title={fill(words.emptyTitle, { country })}
      text={fill(words.emptyText, { country })}
    >
      <ButtonLink href={homePath(locale)} size="lg">
        {words.emptyAction}
      </ButtonLink>
    </MessageView>
  );
}
