import { describe, expect, test } from "vitest";
import { toLogo } from "@/lib/catalog/logo";
import { LOGO_ORIGINS } from "@/lib/images/logo-origins";
import { logoSrcset } from "@/lib/images/logo-srcset";

const API = "https://api.cryptorefills.com";
const BASE = "https://cdn.cryptorefills.com/logos_v2/amazon-com";

test("a logo with a base is offered in the two sizes that the CDN has ready", () => {
  expect(logoSrcset({ baseUrl: BASE, url: `${BASE}.webp` })).toEqual({
    src: `${BASE}_300x190.webp`,
    srcSet: `${BASE}_300x190.webp 300w, ${BASE}_500x318.webp 500w`,
  });
});

test("a logo without a base is offered as it is, and none is no picture", () => {
  expect(logoSrcset({ url: `${BASE}.webp` })).toEqual({ src: `${BASE}.webp` });
  expect(logoSrcset({})).toBeUndefined();
});

describe("a logo is asked for at upstream's own hosts only:", () => {
  const at = (logo_url: string) =>
    toLogo({ logo_url, logo_base_url: undefined, bg_color: undefined }, API).url;

  test.each([...LOGO_ORIGINS, API])("%s", (origin) => {
    expect(at(`${origin}/x.webp`)).toBe(`${origin}/x.webp`);
  });

  test.each([
    "http://cdn.cryptorefills.com/x.webp",
    "https://cdn.cryptorefills.com.evil.example/x.webp",
    "https://cdn.cryptorefills.com:8443/x.webp",
    "https://cdn.cryptorefills.com@evil.example/x.webp",
    "//evil.example/x.webp",
    "javascript:alert(1)",
    "data:image/svg+xml,<svg/>",
    "x.webp",
  ])("not at %s", (url) => {
    expect(at(url)).toBeUndefined();
  });
});
