import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/http/security-headers";

const directives = (policy: string) =>
  new Map(policy.split("; ").map((part) => [part.split(" ")[0], part] as const));
const of = (nonce?: string, development = false) =>
  directives(
    contentSecurityPolicy({
      development,
      imageOrigins: ["https://api.example"],
      ...(nonce === undefined ? {} : { nonce }),
    }),
  );

describe.each([
  ["a page with money", "abc"],
  ["any other page", undefined],
])("%s", (_name, nonce) => {
  test("can be framed by nobody, has no plug-ins and sends its forms and base nowhere else", () => {
    const policy = of(nonce);
    expect(policy.get("frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(policy.get("object-src")).toBe("object-src 'none'");
    expect(policy.get("base-uri")).toBe("base-uri 'none'");
    expect(policy.get("form-action")).toBe("form-action 'self'");
    expect(policy.get("connect-src")).toBe("connect-src 'self'");
  });

  test("runs text as a script in development alone", () => {
    expect(of(nonce).get("script-src")).not.toContain("unsafe-eval");
    expect(of(nonce, true).get("script-src")).toContain("unsafe-eval");
  });

  test("takes pictures from upstream's hosts and itself", () => {
    expect(of(nonce).get("img-src")).toMatch(
      /'self'.* https:\/\/cdn\.cryptorefills\.com .*https:\/\/api\.example$/,
    );
  });
});

test("a page with money runs only the scripts that carry its nonce", () => {
  expect(of("abc").get("script-src")).toBe("script-src 'nonce-abc' 'strict-dynamic'");
});

test.each([
  ["turnstile", "https://challenges.cloudflare.com"],
  ["hcaptcha", "https://*.hcaptcha.com"],
] as const)("%s is let into a page only where it is configured", (challenge, host) => {
  const common = { nonce: "abc", development: false, imageOrigins: [] };
  const without = contentSecurityPolicy(common);
  expect(without).not.toMatch(/cloudflare|hcaptcha/);
  expect(directives(without).get("frame-src")).toBe("frame-src 'none'");
  const policy = directives(contentSecurityPolicy({ ...common, challenge }));
  expect(policy.get("frame-src")).toContain(host);
  expect(policy.get("connect-src")).toContain(host);
  expect(policy.get("script-src")).toBe("script-src 'nonce-abc' 'strict-dynamic'");
});
