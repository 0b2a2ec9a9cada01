import { ImageResponse } from "next/og";
import { handle } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { pictureReply } from "@/lib/http/picture-reply";
import { pictureFonts } from "@/lib/pictures/fonts";
import { iconSvg } from "@/lib/pictures/icon-svg";
import { cachedPicture } from "@/lib/pictures/picture-cache";

const ICONS: Readonly<Record<string, { size: number; ground: "rounded" | "full" }>> = {
  "180.png": { size: 180, ground: "full" },
  "192.png": { size: 192, ground: "rounded" },
  "512.png": { size: 512, ground: "rounded" },
  "maskable.png": { size: 512, ground: "full" },
};

/** The shop's icon in the forms that systems ask for when a shop is installed. */
export const GET = handle<{ file: string }>(
  { route: "/icons/[file]" },
  async ({ shop, limit }, { file }) => {
    const icon = ICONS[file];
    if (!icon) throw new HttpProblem("not_found");
    const { size, ground } = icon;
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
