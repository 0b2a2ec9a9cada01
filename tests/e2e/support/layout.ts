import type { Page } from "@playwright/test";

/**
 * Texts that a reader cannot see whole: they reach beyond the window or beyond their button, or an
 * element around them cuts them off. What scrolls sideways on purpose is left out, and so is what is
 * there for screen readers alone.
 */
export function cutOffTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const SLACK = 1.5;
    const CONTROL = "button, a, summary, label, th, td, dt, dd, h1, h2, h3, p";
    const isHeardAlone = (element: Element) => {
      for (let around: Element | null = element; around; around = around.parentElement) {
        const { position, clipPath } = getComputedStyle(around);
        if (position === "absolute" && clipPath === "inset(50%)") return true;
      }
      return false;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = (node.textContent ?? "").trim();
      if (!parent || text === "" || !parent.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest(".truncate, select, option, textarea, noscript, script, style")) continue;
      if (isHeardAlone(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      const inside = (left: number, right: number, why: string) => {
        const out = boxes.some((box) => box.left < left - SLACK || box.right > right + SLACK);
        if (out) found.add(`${why}: “${text.slice(0, 60)}”`);
      };
      let scrolls = false;
      for (let around: Element | null = parent; around; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around);
        const { left, right } = around.getBoundingClientRect();
        if (overflowX === "auto" || overflowX === "scroll") {
          scrolls = true;
          break;
        }
        if (overflowX === "hidden" || overflowX === "clip") inside(left, right, "cut off");
      }
      if (scrolls) continue;
      const control = parent.closest(CONTROL);
      if (control && getComputedStyle(control).display !== "inline") {
        const { left, right } = control.getBoundingClientRect();
        inside(left, right, "beyond its box");
      }
      inside(0, document.documentElement.clientWidth, "beyond the page");
    }
    const surplus = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (surplus > 0) found.add(`the page is ${surplus} px too wide`);
    return [...found];
  });
}

/**
 * Controls that lie on top of each other, so that one of them cannot be read or hit. A field ends
 * where its padding begins, which is where a button within it stands; what sticks to an edge of the
 * window covers what is scrolled below it.
 */
export function overlappingControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What is far below is only laid out when it comes into view.
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      if (getComputedStyle(element).contentVisibility === "auto")
        element.style.contentVisibility = "visible";
    }
    const boxOf = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      const inset = element.matches("input")
        ? [paddingLeft, paddingRight].map((length) => Number.parseFloat(length))
        : [];
      return { left: left + (inset[0] ?? 0), right: right - (inset[1] ?? 0), top, bottom };
    };
    const sticksWith = (element: Element) => {
      for (let around: Element | null = element; around; around = around.parentElement) {
        if (/sticky|fixed/.test(getComputedStyle(around).position)) return around;
      }
      return null;
    };
    const controls = [...document.querySelectorAll("button, a[href], input, select, summary")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.closest(".sr-only"))
      .map((element) => ({ element, box: boxOf(element), bar: sticksWith(element) }))
      .filter(({ box }) => box.right - box.left > 2 && box.bottom - box.top > 2);
    const nameOf = (element: Element) =>
      (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40) ||
      element.id;
    const found: string[] = [];
    for (const [index, one] of controls.entries()) {
      for (const other of controls.slice(index + 1)) {
        if (one.bar !== other.bar) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const width =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 4 && height > 4)
          found.push(`${nameOf(one.element)} / ${nameOf(other.element)}`);
      }
    }
    return found;
  });
}

/**
 * Makes every text of the page longer by two fifths, as a language of long words does: a single word
 * becomes a longer one, a sentence gets more words. What is not translated stays.
 */
export async function lengthenTexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const WORDS = "zusammengesetzte wortbildung und verlängerungen ";
    const longer = (text: string) => {
      const words = text.trim();
      const surplus = Math.ceil(words.length * 0.4);
      const filler = WORDS.repeat(Math.ceil(surplus / WORDS.length))
        .slice(0, surplus)
        .trim();
      return words.includes(" ") ? `${words} ${filler}` : words + filler.replace(/ /g, "");
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      const kept = "script, style, noscript, code, [translate=no], [lang]:not(html)";
      if (!/\p{L}{2}/u.test(text) || node.parentElement?.closest(kept)) continue;
      node.textContent = text.replace(text.trim(), () => longer(text));
    }
  });
}
