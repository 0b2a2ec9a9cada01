import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALES } from "./locales";
import { loadMessages } from "./messages";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : LOCALES[0];
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
