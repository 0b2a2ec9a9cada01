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
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"][type="image/svg+xml"]');
    if (!link) return;
    const plain = link.dataset.plain ?? link.href;
    link.dataset.plain = plain;
    let left = false;
    void withBadge(plain, colorOf(tone), busy).then((badged) => {
      if (!left && badged !== undefined) link.href = badged;
    });
    return () => {
      left = true;
      link.href = plain;
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
