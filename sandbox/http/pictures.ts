import type { ServerResponse } from "node:http";
import type { Order } from "../orders/types";
import { iconSvg, logoSvg } from "./logo";
import { qrSvg } from "./qr-image";

type Picture = { svg: string | undefined; lasts: boolean };

/** The picture of an address, if it is one. Browsers ask for these, and send no partner's headers. */
export function pictureFor(
  { pathname, searchParams }: URL,
  findOrder: (id: string) => Order | undefined,
): Picture | undefined {
  const rest = (start: string) =>
    pathname.startsWith(start) ? pathname.slice(start.length) : undefined;
  const logo = rest("/logos_v2/");
  if (logo !== undefined) return { svg: logoSvg(logo), lasts: true };
  const icon = rest("/icons/");
  if (icon !== undefined) return { svg: iconSvg(icon), lasts: true };
  const qr = rest("/v3/qrs/");
  if (qr === undefined) return undefined;
  return { svg: qrSvg(findOrder(qr), searchParams.has("amount")), lasts: false };
}

export function sendPicture(response: ServerResponse, { svg, lasts }: Picture): void {
  if (svg === undefined) {
    response.writeHead(404);
    response.end();
    return;
  }
  response.writeHead(200, {
    "content-type": "image/svg+xml",
    "cache-control": lasts ? "public, max-age=86400" : "no-store",
  });
  response.end(svg);
}
