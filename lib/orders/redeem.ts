import { httpsUrl } from "../https-url";

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
