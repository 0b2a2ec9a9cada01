/**
 * A text as an address that may be linked: https, and nothing in it that could pass for another host.
 * @returns the address in the browser's own spelling, or `undefined` for everything else.
 */
export function httpsUrl(text: string | undefined): string | undefined {
  if (text === undefined || !/^https:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  return url.username === "" && url.password === "" ? url.href : undefined;
}
