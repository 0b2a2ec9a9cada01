import type { Metadata } from "next";
import { directionOf } from "@/lib/i18n/direction";
import { LOCALES } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import "@/styles/global.css";

export const metadata: Metadata = { title: "404", robots: { index: false } };

/** For addresses that belong to no shop's pages; it knows neither the shop nor the language. */
export default async function GlobalNotFound() {
  const languages = await Promise.all(
    LOCALES.map(async (locale) => {
      const { common } = await loadMessages(locale);
      return { locale, words: common.notFound };
    }),
  );
  return (
    <html lang={LOCALES[0]} dir="ltr">
      <body>
        <main className="mx-auto grid w-full max-w-reading gap-10 px-4 py-16">
          {languages.map(({ locale, words }) => (
            <section key={locale} lang={locale} dir={directionOf(locale)} className="grid gap-3">
              <h1 className="font-semibold text-2xl">{words.title}</h1>
              <p className="text-muted">{words.text}</p>
              <p>
                <a href={`/${locale}`} className="text-brand underline underline-offset-4">
                  {words.toCountries}
                </a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
