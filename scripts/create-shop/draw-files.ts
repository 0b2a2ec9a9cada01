import sharp, { type Sharp } from "sharp";
import { iconSvg } from "../../lib/pictures/icon-svg";
import { shopSchema } from "../../lib/shop/schema";
import { PALETTE } from "../../styles/palette";
import type { Answers } from "./answers";
import { paletteOf } from "./palette-of";
import type { DrawnFiles } from "./shop-config";

type Logo = NonNullable<Answers["logo"]>;
type Drawn = { files: DrawnFiles; contents: Map<string, Buffer> };

/** An SVG has no pixels of its own: enough of them for the largest picture. */
const DENSITY = 384;
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };
/** How much of each picture the logo takes; what a mask may cut off stays free. */
const ICONS = [
  { use: "small", size: 192, share: 0.86, filled: false },
  { use: "large", size: 512, share: 0.86, filled: false },
  { use: "maskable", size: 512, share: 0.56, filled: true },
  { use: "apple", size: 180, share: 0.72, filled: true },
] as const;

/** The colour that a logo has most of; white, black and grey say nothing about a shop. */
export async function colorOf({ content }: Logo): Promise<string | undefined> {
  const { data, info } = await sharp(content, { density: DENSITY })
    .resize(64, 64, { fit: "inside" })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += info.channels) {
    const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(at, at + 4);
    const isColorful = Math.max(r, g, b) - Math.min(r, g, b) > 40;
    if (alpha < 200 || !isColorful) continue;
    const key = `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
}

/** Every picture of a shop from its one logo; without a logo only what pages cannot draw themselves. */
export async function drawFiles(logo: Logo | undefined, brand: string): Promise<Drawn> {
  const palette = paletteOf(brand);
  const contents = new Map<string, Buffer>();
  const mark = Buffer.from(iconSvg(shopSchema.parse({ name: "-", theme: palette }).theme));
  contents.set("sharing.png", await background(logo?.content ?? mark, palette.light.brand));
  if (!logo) return { files: { icons: {}, background: "sharing.png" }, contents };
  const name = `logo.${logo.ending}`;
  contents.set(name, logo.content);
  const icons: DrawnFiles["icons"] = logo.ending === "svg" ? { svg: name } : {};
  for (const { use, size, share, filled } of ICONS) {
    const file = `icon-${use}.png`;
    contents.set(file, await square(logo.content, size, share, filled));
    icons[use] = file;
  }
  return { files: { logo: name, icons, background: "sharing.png" }, contents };
}

const within = (logo: Buffer, width: number, height: number): Sharp =>
  sharp(logo, { density: DENSITY }).resize(width, height, { fit: "contain", background: CLEAR });

async function square(logo: Buffer, size: number, share: number, filled: boolean) {
  const inner = Math.round(size * share);
  const picture = await within(logo, inner, inner).png().toBuffer();
  const ground = filled ? PALETTE.light.surface : CLEAR;
  return sharp({ create: { width: size, height: size, channels: 4, background: ground } })
    .composite([{ input: picture, gravity: "center" }])
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** What stands behind the preview of a link: the page's ground with a band, and the logo in a corner. */
async function background(logo: Buffer, brand: string): Promise<Buffer> {
  const { width, height } = { width: 1200, height: 630 };
  const band = await sharp({ create: { width, height: 24, channels: 4, background: brand } })
    .png()
    .toBuffer();
  const corner = await within(logo, 160, 160).png().toBuffer();
  return sharp({ create: { width, height, channels: 4, background: PALETTE.light.canvas } })
    .composite([
      { input: band, left: 0, top: 0 },
      { input: corner, left: width - 160 - 56, top: height - 160 - 48 },
    ])
    .png({ compressionLevel: 9 })
    .toBuffer();
}
