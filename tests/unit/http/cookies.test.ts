import { expect, test } from "vitest";
import { buyerCookieName, parseCookies, serialiseCookie } from "@/lib/http/cookies";

test("a header of cookies is read as browsers write it", () => {
  const jar = parseCookies("a=1; b=x=y==;  c = 3 ;d=; =nameless; plain; a=2");
  expect([...jar]).toEqual([
    ["a", "1"],
    ["b", "x=y=="],
    ["c", "3"],
    ["d", ""],
  ]);
  expect(parseCookies(null).size).toBe(0);
});

test("G3: no script can read a cookie, no other site sends it, and it travels over https alone", () => {
  const cookie = { name: "n", value: "v", maxAgeSeconds: 60 };
  expect(serialiseCookie(cookie, "https://shop.example")).toBe(
    "n=v; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
  );
  expect(serialiseCookie(cookie, "http://localhost:3000")).toBe(
    "n=v; Path=/; Max-Age=60; HttpOnly; SameSite=Lax",
  );
});

test("G3: only this host can have set the buyer's cookie, except on http loopback", () => {
  expect(buyerCookieName("https://shop.example")).toBe("__Host-buyer");
  expect(buyerCookieName("http://localhost:3000")).toBe("buyer");
});
