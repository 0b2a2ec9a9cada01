import { MessageView } from "@/components/shop/message-view";
import { ButtonLink } from "@/components/ui/button";
import { framePath } from "@/lib/embed/frame-path";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

/** What stands in a frame whose address leads to nothing that is sold. */
export async function FrameMissing({ locale }: { locale: Locale }) {
  const { embed: words } = await loadMessages(locale);
  return (
    <MessageView icon="info" title={words.missingTitle} text={words.missingText}>
      <ButtonLink href={framePath({ locale, theme: "auto" })} size="lg">
        {words.toBrands}
      </ButtonLink>
    </MessageView>
  );
}
