export type Redeemable =
  | { kind: "none" }
  | { kind: "code"; code: string }
  | { kind: "link"; url: string }
  | { kind: "esim"; lpa: string };

/**
 * What upstream put into `pin_code`: a code, a link to open, or an eSIM profile. Only https is a link;
 * anything else that looks like one is shown as text and cannot be clicked.
 */
export function redeemable(pin: string | undefined): Redeemable {
  const text = pin?.trim() ?? "";
  if (text === "") return { kind: "none" };
  if (/^LPA:1\$[^$\s]+\$[^\s]*$/i.test(text)) return { kind: "esim", lpa: text };
  const url = httpsUrl(text);
  return url === undefined ? { kind: "code", code: text } : { kind: "link", url };
}

export function httpsUrl(text: string | undefined): string | undefined {
  if (text === undefined || !/^https:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  return url.username === "" && url.password === "" ? url.href : undefined;
}
