import { getLocale } from "next-intl/server";
import { toLocale } from "@/app/[shop]/[locale]/to-locale";
import { FrameMissing } from "./frame-missing";

/** What the browser shows after it has taken over; pages answer with the same view themselves. */
export default async function FrameNotFound() {
  return <FrameMissing locale={toLocale(await getLocale())} />;
}
