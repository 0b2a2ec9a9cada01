type Rules = Record<
  "createHTML" | "createScript" | "createScriptURL",
  (text: string) => string | null
>;

/** What React makes a script element from; an element made in this way never runs. */
const EMPTY_SCRIPT = "<script></script>";

/**
 * Which texts the page may turn into scripts, now that it requires Trusted Types: the shop's own
 * chunks, which the framework loads by their plain addresses, and its service worker. A text is let
 * through only as JSON, for search engines: as a script, JSON does nothing.
 */
export const SCRIPT_RULES: Rules = {
  createHTML: (text) => (text === EMPTY_SCRIPT ? text : null),
  createScript: (text) => (isJsonObject(text) ? text : null),
  createScriptURL: (text) => {
    const { origin, pathname } = new URL(text, location.href);
    const ours = pathname.startsWith("/_next/static/") || pathname === "/sw.js";
    return origin === location.origin && ours ? text : null;
  },
};

function isJsonObject(text: string): boolean {
  try {
    return JSON.parse(text) instanceof Object;
  } catch {
    return false;
  }
}

/** Registers the rules as the policy that the browser asks for every plain text. */
export function trustScripts(): void {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: Rules): unknown };
  };
  trustedTypes?.createPolicy("default", SCRIPT_RULES);
}
