import { isCountryCode } from "../catalog/countries";

/** Files that live at the root beside the pages. Named exactly: a dot in a path proves nothing. */
const ROOT_FILES =
  /^\/(?:icon\.svg|favicon\.ico|robots\.txt|sitemap\.xml|llms\.txt|manifest\.webmanifest|og\.png|sw\.js|offline(?:-codes)?\.js|embed\.js)$/;
const ICON = /^\/icons\/(?:180|192|512|maskable)\.png$/;
const SETUP = /^\/setup(?:\/(?:echo|stream))?$/;
const SITEMAP = /^\/sitemaps\/[a-z]{2}(?:-[A-Z]{2})?\/[a-z]{2}\.xml$/;
/** A file of the shop by the hash of its content. */
const ASSET = /^\/assets\/[0-9a-f]{16}\.(?:svg|png|webp|woff2)$/;
const FLAG = /^\/flags\/([a-z]{2})\.svg$/;

/** Whether an address is a file that is answered without the pages of any shop. */
export function isRootFile(pathname: string): boolean {
  const flag = FLAG.exec(pathname)?.[1];
  if (flag) return isCountryCode(flag.toUpperCase());
  return [ROOT_FILES, ICON, SETUP, SITEMAP, ASSET].some((pattern) => pattern.test(pathname));
}
