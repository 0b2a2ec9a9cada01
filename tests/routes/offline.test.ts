import { afterAll, beforeAll, expect, test } from "vitest";
import { directionOf } from "@/lib/i18n/direction";
import { LOCALES } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { ShopClient, startUpstream } from "../support/shop-client";

let upstream: Awaited<ReturnType<typeof startUpstream>>;

beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());

test.each(LOCALES)(
  "the page without a connection says everything in %s, its own way round",
  async (locale) => {
    const reply = await new ShopClient().request(`/api/offline?lang=${locale}`);
    const html = await reply.text();
    expect(html).toContain(`lang="${locale}" dir="${directionOf(locale)}"`);
    const { order } = await loadMessages(locale);
    const { offline, code } = order as unknown as typeof import("@/messages/en/order.json");
    const said = html.replaceAll(/&#(\d+);/g, (_whole, digits) =>
      String.fromCharCode(Number(digits)),
    );
    for (const sentence of [...Object.values(offline), code.serial, code.securityCode]) {
      expect(said).toContain(sentence);
    }
  },
);
