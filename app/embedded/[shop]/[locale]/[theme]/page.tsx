import { redirect } from "next/navigation";
import { framePath } from "@/lib/embed/frame-path";
import { type FrameParams, findFrame } from "./find-frame";

/** Without a country a frame shows the one that the shop names. */
export default async function FramePage({ params }: { params: Promise<FrameParams> }) {
  const { shop, locale, theme } = findFrame(await params);
  redirect(framePath({ locale, theme, country: shop.defaults.country }));
}
