import type { Rules } from "./lockfile-faults";

/** What `npm run verify` holds the lockfile to. */
export const RULES: Rules = {
  // What answers strangers, parses what strangers write, or stands between the two. A floor rises with
  // each advisory, so that no merge and no update of something else brings an old copy back.
  floors: {
    next: "16.4.5",
    react: "19.3.1",
    "react-dom": "19.3.1",
    "next-intl": "4.14.8",
    undici: "7.30.2",
    zod: "4.6.7",
    pino: "10.4.0",
    ioredis: "5.11.1",
    htmlparser2: "10.1.0",
    "mdast-util-from-markdown": "2.1.0",
    "ipaddr.js": "2.5.0",
    viem: "2.57.20",
    "@solana/kit": "8.4.0",
    sharp: "0.35.5",
  },
  // `.npmrc` has all of these left out.
  scripts: {
    "@parcel/watcher": "the script compiles what its packages per platform bring ready made",
    "@swc/core": "the script falls back to WebAssembly where no package per platform fits",
    esbuild: "the script only replaces the small program that starts the real one",
  },
};
