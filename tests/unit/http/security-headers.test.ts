import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, REPORTING_ENDPOINTS } from "@/lib/http/security-headers";

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
])("G1: %s", (_name, nonce) => {
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

  test("makes scripts of texts by the shop's own rules alone, but for the development server", () => {
    expect(of(nonce).get("require-trusted-types-for")).toBe("require-trusted-types-for 'script'");
    expect(of(nonce).get("trusted-types")).toBe("trusted-types default");
    expect(of(nonce, true).has("require-trusted-types-for")).toBe(false);
  });

  test("has what it blocks reported, in the way that a browser knows", () => {
    expect(of(nonce).get("report-uri")).toBe("report-uri /api/csp-report");
    // A browser that knows groups takes no other way, and does not read their addresses without https.
    expect(of(nonce).has("report-to")).toBe(false);
    const policy = { development: false, imageOrigins: [], encrypted: true };
    expect(directives(contentSecurityPolicy(policy)).get("report-to")).toBe("report-to csp");
    expect(REPORTING_ENDPOINTS).toBe('csp="/api/csp-report"');
  });

  test("takes pictures from upstream's hosts and itself", () => {
    expect(of(nonce).get("img-src")).toMatch(
      /'self'.* https:\/\/cdn\.cryptorefills\.com .*https:\/\/api\.example$/,
    );
  });
});

test("G1: a page with money runs only the scripts that carry its nonce", () => {
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
  // Nobody promises that the provider's script gets by without making scripts of texts.
  expect(policy.has("require-trusted-types-for")).toBe(false);
  expect(directives(without).has("require-trusted-types-for")).toBe(true);
});
