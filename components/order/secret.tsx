"use client";

import { useRef } from "react";
import { CopyButton } from "./copy-button";

type Props = {
  name: string;
  value: string;
  copyLabel: string;
  testId?: string;
  large?: boolean;
};

/** A value to copy exactly, with its name above it. */
export function Secret({ name, value, copyLabel, testId, large = false }: Props) {
  const ref = useRef<HTMLElement>(null);
  return (
    <div>
      <p className="text-muted text-sm">{name}</p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-3">
        <code
          ref={ref}
          translate="no"
          dir="ltr"
          data-testid={testId}
          className={`notranslate break-all font-mono ${large ? "font-semibold text-xl" : ""}`}
        >
          {value}
        </code>
        <CopyButton value={value} label={copyLabel} what={name} textRef={ref} />
      </div>
    </div>
  );
}
