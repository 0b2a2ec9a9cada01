import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { PHASE_PRODUCTION_SERVER } from "next/constants";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  // Pages get theirs when they are packed, once for each and not for each request.
  generateEtags: false,
  reactStrictMode: true,
  typedRoutes: false,
  images: { unoptimized: true },
  // They would name stylesheets to fetch ahead, which pages have inside.
  reactMaxHeadersLength: 0,
  // Metadata decides the status of a page here, so no page may stream before it is known.
  htmlLimitedBots: /.*/,
  // Every distinct slug would write files for ever; pages live in memory, and in Redis for several instances.
  cacheHandler: fileURLToPath(new URL("./cache-handler.mjs", import.meta.url)),
  cacheMaxMemorySize: 0,
  // How long a cache in front may go on with an old page while it fetches a new one: without a bound it
  // would be a year, and a shop's old look would live as long on pages that few people open.
  expireTime: 86_400,
  experimental: {
    isrFlushToDisk: false,
    globalNotFound: true,
  },
  serverExternalPackages: ["pino", "ioredis"],
  rewrites: async () => [
    // A browser asks for this by itself on a page that could name no icon.
    { source: "/favicon.ico", destination: "/icon.svg" },
    // A script of an earlier build is not there, and no page either.
    { source: "/_next/static/:path*", destination: "/api/no-such-file" },
  ],
  headers: async () => [
    // What a route says of itself does not replace what stands here.
    ...["/api/:path*", "/setup/:path*"].map((source) => ({
      source,
      headers: [{ key: "referrer-policy", value: "no-referrer" }],
    })),
    {
      source: "/flags/:file",
      headers: [
        {
          key: "content-security-policy",
          value: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        },
      ],
    },
  ],
};

const withIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/**
 * The build also writes the folder that an image is made of. `next start` serves the build itself and has no
 * use for that folder, yet would warn of it.
 */
export default (phase: string): NextConfig =>
  withIntl(phase === PHASE_PRODUCTION_SERVER ? config : { ...config, output: "standalone" });
