"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { CodeBars } from "./code-bars";
import { useCodeContext } from "./code-context";
import { QrImage } from "./qr-image";

type Picture = { kind: "qr" } | { kind: "bars"; bars: CodeBars };

const QUIET = 10;
const HEIGHT = 60;
/** A longer code would need bars too fine for a scanner at a till to read from a phone. */
const BARS_TEXT = /^[\x20-\x7e]{1,40}$/;

type Props = { value: string; link?: boolean };

/** A code for a scanner, drawn on this device when it is asked for and never before. */
export function CodePicture({ value, link = false }: Props) {
  const { messages } = useCodeContext();
  const [picture, setPicture] = useState<Picture>();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const text = messages.picture;
  const asBars = !link && BARS_TEXT.test(value);

  async function show() {
    if (!asBars) {
      setPicture({ kind: "qr" });
      return;
    }
    setState("busy");
    try {
      // The encoder is heavy and few need it, so it is fetched only here.
      const { codeBars } = await import("./code-bars");
      setPicture({ kind: "bars", bars: codeBars(value) });
      setState("idle");
    } catch {
      // The encoder could not be fetched or cannot express this text; the code itself is still shown.
      setState("failed");
    }
  }

  if (!picture) {
    return (
      <div>
        <Button
          variant="quiet"
          className="-ms-4"
          busy={state === "busy"}
          onClick={() => void show()}
          data-testid="show-picture"
        >
          <Icon name={asBars ? "receipt" : "qr"} />
          {asBars ? text.showBars : text.showQr}
        </Button>
        <p role="status" className="text-danger text-sm empty:hidden">
          {state === "failed" ? text.failed : ""}
        </p>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-2">
      {picture.kind === "qr" ? (
        <QrImage value={value} title={link ? text.altLink : text.altQr} />
      ) : (
        <Bars {...picture.bars} title={text.altBars} />
      )}
      <Button variant="quiet" className="-ms-4" onClick={() => setPicture(undefined)}>
        {picture.kind === "qr" ? text.hideQr : text.hideBars}
      </Button>
    </div>
  );
}

/** Always dark on white with its quiet zone, as scanners need it. */
function Bars({ width, bars, title }: CodeBars & { title: string }) {
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`${-QUIET} 0 ${width + 2 * QUIET} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-24 w-full max-w-md rounded-field bg-tile text-on-tile"
      data-testid="code-bars"
    >
      {bars.map((bar) => (
        <rect
          key={bar.start}
          x={bar.start}
          y={8}
          width={bar.width}
          height={HEIGHT - 16}
          fill="currentColor"
        />
      ))}
    </svg>
  );
}
