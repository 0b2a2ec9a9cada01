import { describe, expect, test } from "vitest";
import { clientIp, limitKeyOfIp, normaliseIp, parseProxyTrust } from "@/lib/http/client-ip";

const ip = (trust: string, peer: string | undefined, forwardedFor: string | null = null) =>
  clientIp({ peer, forwardedFor, trust: parseProxyTrust(trust) });

describe("C1 the buyer's address", () => {
  test.each([
    [
      "no proxy: the socket, whatever the client says",
      "0",
      "203.0.113.9",
      "6.6.6.6",
      "203.0.113.9",
    ],
    ["v4-mapped peer", "0", "::ffff:203.0.113.9", null, "203.0.113.9"],
    ["IPv6 peer", "0", "2001:DB8::1", null, "2001:db8::1"],
    ["one hop: the last entry", "1", "10.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"],
    ["two hops", "2", "10.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.9", "198.51.100.7"],
    ["an entry with a port", "1", "10.0.0.1", "198.51.100.7:4711", "198.51.100.7"],
    ["IPv6 in brackets with a port", "1", "10.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"],
    ["unknown is no address", "1", "10.0.0.1", "unknown", undefined],
    ["fewer entries than hops", "2", "10.0.0.1", "198.51.100.7", undefined],
    [
      "networks: first untrusted from the right",
      "10.0.0.0/8",
      "10.0.0.1",
      "6.6.6.6, 198.51.100.7, 10.0.0.9",
      "198.51.100.7",
    ],
    [
      "networks: an untrusted peer is the buyer",
      "10.0.0.0/8",
      "203.0.113.9",
      "6.6.6.6",
      "203.0.113.9",
    ],
    ["networks: nothing but trusted hops", "10.0.0.0/8", "10.0.0.1", "10.0.0.3", "10.0.0.3"],
  ] as const)("%s", (_name, trust, peer, forwardedFor, expected) => {
    expect(ip(trust, peer, forwardedFor)).toBe(expected);
  });

  test("fifty entries change nothing", () => {
    const forged = Array.from({ length: 50 }, (_, index) => `6.6.6.${index}`).join(", ");
    expect(ip("0", "203.0.113.9", forged)).toBe("203.0.113.9");
    expect(ip("1", "10.0.0.1", `${forged}, 198.51.100.7`)).toBe("198.51.100.7");
  });

  test("an unreadable trust is refused", () => {
    for (const value of ["yes", "10.0.0.0/99", "example.com", ""]) {
      expect(() => parseProxyTrust(value)).toThrow("TRUST_PROXY");
    }
  });
});

test("zone and rubbish are no part of an address", () => {
  expect(normaliseIp("fe80::1%eth0")).toBe("fe80::1");
  expect(normaliseIp("1.2.3")).toBeUndefined();
  expect(normaliseIp(undefined)).toBeUndefined();
});

test("B9 limits count a whole IPv6 /64 as one buyer", () => {
  expect(limitKeyOfIp("203.0.113.9")).toBe("203.0.113.9");
  expect(limitKeyOfIp("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(limitKeyOfIp("2001:db8:1:2::9")).toBe("2001:db8:1:2::/64");
  expect(limitKeyOfIp("2001:db8::1")).toBe("2001:db8::/64");
});
