import { QRCodeSVG } from "qrcode.react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Order } from "../orders/types";

/** The picture that an order's `qr_url` names: what a wallet reads from it is `qr_text`. */
export function qrSvg(order: Order | undefined, missing: boolean): string | undefined {
  const text = missing ? order?.body.missing_amount_qr_text : order?.body.qr_text;
  if (typeof text !== "string") return undefined;
  const svg = renderToStaticMarkup(
    createElement(QRCodeSVG, { value: text, size: 256, marginSize: 4, level: "M" }),
  );
  return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
}
