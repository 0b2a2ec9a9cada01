import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  images: { unoptimized: true },
  // Metadata decides the status of a page here, so no page may stream before it is known.
  htmlLimitedBots: /.*/,
  // Every distinct slug would write files for ever; pages live in memory, and in Redis for several instances.
  cacheHandler: fileURLToPath(new URL("./cache-handler.mjs", import.meta.url)),
  cacheMaxMemorySize: 0,
  experimental: {
    isrFlushToDisk: false,
    globalNotFound: true,
  },
  serverExternalPackages: ["pino", "ioredis"],
  // A browser asks for this by itself on a page that could name no icon.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
        { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
        { key: "strict-transport-security", value: "max-age=31536000" },
      ],
    },
  ],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
