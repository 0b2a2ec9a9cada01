type Provider = {
  script: string;
  verifyUrl: string;
  /** The object that the script leaves on the window. */
  global: "turnstile" | "hcaptcha";
  /** What the page's policy must allow besides the script, which its nonce vouches for. */
  frames: readonly string[];
  connections: readonly string[];
  styles: readonly string[];
};

/** Both are used in the same way: `render` on the page, one form post from the server. */
export const CHALLENGE_PROVIDERS = {
  turnstile: {
    script: "https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit",
    verifyUrl: "https://challenges.cloudflare.com/turnstile/v0/siteverify",
    global: "turnstile",
    frames: ["https://challenges.cloudflare.com"],
    connections: ["https://challenges.cloudflare.com"],
    styles: [],
  },
  hcaptcha: {
    script: "https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off",
    verifyUrl: "https://api.hcaptcha.com/siteverify",
    global: "hcaptcha",
    frames: ["https://hcaptcha.com", "https://*.hcaptcha.com"],
    connections: ["https://hcaptcha.com", "https://*.hcaptcha.com"],
    styles: ["https://hcaptcha.com", "https://*.hcaptcha.com"],
  },
} as const satisfies Record<string, Provider>;

export type ChallengeProvider = keyof typeof CHALLENGE_PROVIDERS;
export const CHALLENGE_NAMES = ["turnstile", "hcaptcha"] as const satisfies ChallengeProvider[];
