import "server-only";
import { shopFile } from "../shop/current";
import type { Shop } from "../shop/schema";
import { iconSvg } from "./icon-svg";

const dataUri = (type: string, content: Buffer) =>
  `data:${type};base64,${content.toString("base64")}`;

/** The pictures of a shop's own that go into a drawing: its icon, or else its mark, and its background. */
export function shopPictures(shop: Shop): { icon: string; background: string | undefined } {
  const { large, small, svg } = shop.icons;
  const icon = [large, small, svg].map((name) => shopFile(shop, name)).find((file) => !!file);
  const background = shopFile(shop, shop.sharing.background);
  return {
    icon: icon
      ? dataUri(icon.contentType, icon.content)
      : dataUri("image/svg+xml", Buffer.from(iconSvg(shop.theme))),
    background: background && dataUri(background.contentType, background.content),
  };
}
