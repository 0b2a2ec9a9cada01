import { handle } from "@/lib/http/handle";
import { pictureReply } from "@/lib/http/picture-reply";
import { iconSvg } from "@/lib/pictures/icon-svg";
import { shopFile } from "@/lib/shop/current";

export const GET = handle({ route: "/icon.svg" }, async ({ shop }) =>
  pictureReply("svg", shopFile(shop, shop.icons.svg)?.content ?? iconSvg(shop.theme)),
);
