import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  images: { unoptimized: true },
  experimental: {
    // Every distinct slug would write files for ever; the page cache lives in memory instead.
    isrFlushToDisk: false,
    globalNotFound: true,
  },
  serverExternalPackages: ["pino"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
