"use client";

import { useEffect } from "react";
import type { SceneStyle } from "./scene";

type Tone = SceneStyle["tone"];

/** Read from the page's own tokens, so that the dot has the colours of the words beside it. */
const TOKENS: Record<Tone, string> = {
  info: "--brand",
  ok: "--ok",
  warn: "--warn",
  danger: "--danger",
};

/** Puts a dot on the tab's icon that tells the state of the order while another tab is in front. */
export function useFaviconBadge(tone: Tone, busy: boolean): void {
  useEffect(() => {
    const plain = document.querySelector<HTMLLinkElement>('link[rel="icon"][type="image/svg+xml"]');
    if (!plain) return;
    // A link of its own, for React would put the page's own link beside one that was changed before it
    // had taken over. Of several icons browsers take the last.
    const link = document.createElement("link");
    let left = false;
    void withBadge(plain.href, colorOf(tone), busy).then((badged) => {
      if (left || badged === undefined) return;
      Object.assign(link, { rel: "icon", type: "image/svg+xml", href: badged });
      document.head.append(link);
    });
    return () => {
      left = true;
      link.remove();
    };
  }, [tone, busy]);
}

function colorOf(tone: Tone): string {
  return getComputedStyle(document.documentElement).getPropertyValue(TOKENS[tone]).trim();
}

/** A ring while something is going on, a full dot when it is the person's turn or over. */
async function withBadge(href: string, color: string, busy: boolean): Promise<string | undefined> {
  try {
    const svg = await (await fetch(href)).text();
    const width = Number(/viewBox="0 0 ([\d.]+) /.exec(svg)?.[1]);
    if (!(width > 0) || !/<\/svg>\s*$/.test(svg)) return undefined;
    const radius = width * 0.22;
    const place = width - radius * 1.25;
    const [fill, stroke] = busy ? ["Canvas", color] : [color, "Canvas"];
    const circle = `<circle cx="${place}" cy="${place}" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${width * 0.07}"/>`;
    const badged = svg.replace(/<\/svg>\s*$/, `${circle}</svg>`);
    return `data:image/svg+xml,${encodeURIComponent(badged)}`;
  } catch {
    // Without the picture the title says the same.
    return undefined;
  }
}
