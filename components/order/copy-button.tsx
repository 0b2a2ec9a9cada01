"use client";

import { type RefObject, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { fill } from "@/lib/i18n/fill";
import { useCodeContext } from "./code-context";
import { copyText } from "./copy-text";

type Props = {
  /** Exactly what goes to the clipboard; a function when it is only made on demand. */
  value: string | (() => string);
  label: string;
  /** The name of what is copied, for the announcement. */
  what: string;
  /** The text that is selected where the clipboard is out of reach. */
  textRef?: RefObject<HTMLElement | null>;
  variant?: "primary" | "secondary" | "quiet";
  /** Called with the text whether or not the clipboard took it. */
  onCopied?: (text: string) => void;
};

export function CopyButton({
  value,
  label,
  what,
  textRef,
  variant = "secondary",
  onCopied,
}: Props) {
  const { messages, announce } = useCodeContext();
  const [result, setResult] = useState<keyof typeof messages.copy>();

  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(undefined), 2500);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    const text = typeof value === "string" ? value : value();
    const outcome = await copyText(text, textRef?.current ?? undefined);
    setResult(outcome);
    announce(outcome === "copied" ? fill(messages.aria.copied, { what }) : messages.copy[outcome]);
    onCopied?.(text);
  }

  return (
    <Button variant={variant} onClick={() => void copy()}>
      <Icon name={result === "copied" ? "check" : "copy"} />
      {result ? messages.copy[result] : label}
    </Button>
  );
}
