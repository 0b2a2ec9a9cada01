import { ImageResponse } from "next/og";
import { handle } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { pictureReply } from "@/lib/http/picture-reply";
import { pictureFonts } from "@/lib/pictures/fonts";
import { iconSvg } from "@/lib/pictures/icon-svg";
import { cachedPicture } from "@/lib/pictures/picture-cache";
import { shopFile } from "@/lib/shop/current";
import type { Shop } from "@/lib/shop/schema";

type Icon = { size: number; ground: "rounded" | "full"; own: keyof Shop["icons"] };

const ICONS: Readonly<Record<string, Icon>> = {
  "180.png": { size: 180, ground: "full", own: "apple" },
  "192.png": { size: 192, ground: "rounded", own: "small" },
  "512.png": { size: 512, ground: "rounded", own: "large" },
  "maskable.png": { size: 512, ground: "full", own: "maskable" },
};

/** The shop's own icon, or its mark, in the forms that systems ask for when a shop is installed. */
export const GET = handle<{ file: string }>(
  { route: "/icons/[file]" },
  async ({ shop, limit }, { file }) => {
    const icon = ICONS[file];
    if (!icon) throw new HttpProblem("not_found");
    const { size, ground, own } = icon;
    const brought = shopFile(shop, shop.icons[own]);
    if (brought) return pictureReply("png", brought.content);
    const svg = Buffer.from(iconSvg(shop.theme, ground)).toString("base64");
    const fonts = await pictureFonts();
    const picture = await cachedPicture(
      `icon|${shop.id}|${shop.revision}|${file}`,
      async () =>
        new ImageResponse(
          // biome-ignore lint/performance/noImgElement: a drawing on the server, not a page.
          <img src={`data:image/svg+xml;base64,${svg}`} width={size} height={size} alt="" />,
          { width: size, height: size, fonts },
        ),
      () => limit("LIMIT_IMAGES"),
    );
    return pictureReply("png", picture);
  },
);
