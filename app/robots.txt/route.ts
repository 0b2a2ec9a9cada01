import { robotsText } from "@/lib/findable/robots-text";
import { handle } from "@/lib/http/handle";
import { textReply } from "@/lib/http/text-reply";

export const GET = handle({ route: "/robots.txt" }, async ({ shop }) =>
  textReply(robotsText(shop.url)),
);
