import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import type {
  GiftShopEvents,
  GiftShopGreeting,
  GiftShopMessage,
  GiftShopPhase,
} from "@/docs/embed/gift-shop";
import type { Phase } from "@/lib/contract/order-view";
import type { FRAME_SOURCE, FromFrame, ToFrame } from "@/lib/embed/messages";

// What a site is told of messages and phases is what the frame says and hears: the compiler fails otherwise.
type Source = { source: typeof FRAME_SOURCE };
expectTypeOf<GiftShopPhase>().toEqualTypeOf<Phase>();
expectTypeOf<GiftShopMessage["type"]>().toEqualTypeOf<FromFrame["type"]>();
expectTypeOf<Source & { v: 1 } & FromFrame>().toExtend<GiftShopMessage>();
expectTypeOf<GiftShopMessage>().toExtend<Source & FromFrame>();
expectTypeOf<Source & ToFrame>().toExtend<GiftShopGreeting>();
expectTypeOf<GiftShopGreeting>().toExtend<Source & ToFrame>();
expectTypeOf<GiftShopEvents["gift-shop:order"]["detail"]>().toEqualTypeOf<{
  reference: string;
  phase: Phase;
}>();

test("the page for integrators tells of every message", () => {
  const page = readFileSync("docs/embed.md", "utf8");
  const types = [...readFileSync("docs/embed/gift-shop.d.ts", "utf8").matchAll(/type: "(\w+)"/g)];
  expect(types.length).toBeGreaterThan(3);
  for (const [, type = ""] of types) expect(page, type).toMatch(new RegExp(`\\| \`${type}\` \\|`));
});
