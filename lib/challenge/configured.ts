import "server-only";
import { env } from "../env/server";
import { CHALLENGE_PROVIDERS, type ChallengeProvider } from "./providers";

export type Challenge = {
  provider: ChallengeProvider;
  siteKey: string;
  secret: string;
  verifyUrl: string;
};

/** The challenge that is configured, if any; the schema sees to it that it is whole. */
export function challenge(): Challenge | undefined {
  const {
    CHALLENGE_PROVIDER: provider,
    CHALLENGE_SITE_KEY: siteKey,
    CHALLENGE_SECRET: secret,
    CHALLENGE_VERIFY_URL: verifyUrl,
  } = env();
  if (!provider || !siteKey || !secret) return undefined;
  return {
    provider,
    siteKey,
    secret,
    verifyUrl: verifyUrl ?? CHALLENGE_PROVIDERS[provider].verifyUrl,
  };
}
