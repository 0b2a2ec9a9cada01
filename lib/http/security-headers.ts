import { CHALLENGE_PROVIDERS, type ChallengeProvider } from "../challenge/providers";
import { LOGO_ORIGINS } from "../images/logo-origins";

type Policy = {
  /** Only pages that are rendered per request can carry one. */
  nonce?: string;
  development: boolean;
  imageOrigins: readonly string[];
  /** The challenge that checkout may have to show, when one is configured. */
  challenge?: ChallengeProvider | undefined;
  /** Sites that may show the page in a frame. */
  frameAncestors?: readonly string[];
  /** Whether the page comes by https: only then do browsers read where reports go from a header of its own. */
  encrypted?: boolean;
};

export const REPORT_PATH = "/api/csp-report";
const REPORT_GROUP = "csp";

/** Gives the group that the policy names its address; without it a browser that knows groups reports nothing. */
export const REPORTING_ENDPOINTS = `${REPORT_GROUP}="${REPORT_PATH}"`;

/**
 * The page's content security policy. Static pages hold inline scripts of the framework that no nonce
 * can mark, so only the pages with money, which are rendered per request, get the strict one.
 */
export function contentSecurityPolicy(policy: Policy): string {
  const { nonce, development, imageOrigins, challenge } = policy;
  const { frameAncestors = [], encrypted = false } = policy;
  const evaluation = development ? " 'unsafe-eval'" : "";
  const scripts = nonce
    ? `'nonce-${nonce}' 'strict-dynamic'${evaluation}`
    : `'self' 'unsafe-inline'${evaluation}`;
  const also = (kind: "styles" | "connections") =>
    challenge ? CHALLENGE_PROVIDERS[challenge][kind].map((origin) => ` ${origin}`).join("") : "";
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src 'self' 'unsafe-inline'${also("styles")}`,
    `img-src 'self' data: ${[...LOGO_ORIGINS, ...imageOrigins].join(" ")}`,
    "font-src 'self'",
    `connect-src 'self'${also("connections")}`,
    `frame-src ${challenge ? CHALLENGE_PROVIDERS[challenge].frames.join(" ") : "'none'"}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors.join(" ") || "'none'"}`,
    ...trustedTypes(policy),
    `report-uri ${REPORT_PATH}`,
    ...(encrypted ? [`report-to ${REPORT_GROUP}`] : []),
  ].join("; ");
}

/**
 * No text becomes a script but by the rules of trusted-scripts.ts. The development server replaces
 * code by its text, and the script of a challenge does what it likes: pages with either go without.
 */
function trustedTypes({ development, challenge }: Policy): string[] {
  if (development || challenge) return [];
  return ["require-trusted-types-for 'script'", "trusted-types default"];
}
