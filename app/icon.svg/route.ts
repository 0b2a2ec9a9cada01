import { handle } from "@/lib/http/handle";
import { pictureReply } from "@/lib/http/picture-reply";
import { iconSvg } from "@/lib/pictures/icon-svg";

export const GET = handle({ route: "/icon.svg" }, async ({ shop }) =>
  pictureReply("svg", iconSvg(shop.theme)),
);
