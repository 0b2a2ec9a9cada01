"use client";

import { useEffect, useRef, useState } from "react";
import { BrandLogo } from "@/components/catalog/brand-logo";
import { useCodeContext } from "@/components/order/code-context";
import { regionNames } from "@/components/product/region-names";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Gift } from "@/lib/gift/gift";
import { GiftCode } from "./gift-code";
import type { GiftMessages } from "./gift-messages";
import { GiftSteps } from "./gift-steps";
import { Present } from "./present";
import { useGiftBrand } from "./use-gift-brand";

type Props = { gift: Gift; words: GiftMessages["page"]; onShown: () => void };

/** A gift, first tied up with the words of its giver, then with its code. */
export function GiftContents({ gift, words, onShown }: Props) {
  const { messages, locale, announce } = useCodeContext();
  const brand = useGiftBrand(gift.brand, locale);
  const [shown, setShown] = useState<"never" | "now" | "before">("never");
  const title = useRef<HTMLHeadingElement>(null);
  const { page } = brand;

  useEffect(() => {
    const hide = () => setShown((was) => (was === "now" ? "before" : was));
    const hideUnseen = () => {
      if (document.visibilityState === "hidden") hide();
    };
    document.addEventListener("visibilitychange", hideUnseen);
    window.addEventListener("pagehide", hide);
    return () => {
      document.removeEventListener("visibilitychange", hideUnseen);
      window.removeEventListener("pagehide", hide);
    };
  }, []);

  useEffect(() => {
    if (shown !== "now") return;
    title.current?.focus();
    announce(messages.code.shown);
    onShown();
  }, [shown, messages, announce, onShown]);

  return (
    <>
      <section
        aria-labelledby="gift-title"
        className="overflow-hidden rounded-card border border-line bg-surface shadow-raised"
        data-testid="gift"
      >
        <Present untied={shown !== "never"}>
          {page && <BrandLogo brand={page.brand} sizes="288px" />}
        </Present>
        <div className="grid gap-6 px-5 py-6 sm:px-8 sm:py-8">
          <header className="text-center">
            <h1 id="gift-title" className="font-semibold text-2xl sm:text-3xl">
              {words.title}
            </h1>
            <p className="mt-1 font-medium text-lg" data-testid="gift-brand">
              {page ? page.brand.name : words.brandNone}
            </p>
            {page && gift.brand && (
              <p className="mt-1 text-muted text-sm">
                {words.region}:{" "}
                {page.redemption.region ?? regionNames(locale)(gift.brand.country).name}
              </p>
            )}
          </header>
          {gift.words && (
            <figure className="overflow-hidden rounded-card bg-brand-soft px-5 py-4">
              <figcaption className="mb-1.5 text-muted text-sm">{words.words}</figcaption>
              <blockquote
                dir="auto"
                className="whitespace-pre-line text-lg [overflow-wrap:anywhere]"
                data-testid="gift-words"
              >
                {gift.words}
              </blockquote>
            </figure>
          )}
          {gift.label && (
            <div>
              <p className="text-muted text-sm">{words.label}</p>
              <p className="font-medium [overflow-wrap:anywhere]">
                <bdi>{gift.label}</bdi>
              </p>
            </div>
          )}
          {shown === "now" ? (
            <div className="rounded-card border border-line bg-sunken p-4 sm:p-5">
              <h2 ref={title} tabIndex={-1} className="mb-4 font-semibold text-lg">
                {words.contents}
              </h2>
              <GiftCode gift={gift} words={words} title={page?.brand.name ?? words.brandNone} />
              <div className="mt-5 flex flex-wrap items-center justify-between gap-3">
                <p className="min-w-0 flex-1 basis-56 text-muted text-sm">
                  {messages.code.private}
                </p>
                <Button variant="quiet" onClick={() => setShown("before")}>
                  {messages.code.hide}
                </Button>
              </div>
            </div>
          ) : (
            <div className="grid gap-3 text-center">
              <Button size="lg" onClick={() => setShown("now")} data-testid="open-gift">
                <Icon name="eye" />
                {words.reveal}
              </Button>
              <p className="text-muted text-sm">{words.once}</p>
            </div>
          )}
          {shown !== "never" && (
            <p className="text-muted text-sm" data-testid="gift-taken">
              {words.taken}
            </p>
          )}
        </div>
      </section>
      <GiftSteps {...brand} words={words} />
    </>
  );
}
