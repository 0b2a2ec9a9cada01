import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  neutral: "bg-sunken text-ink",
  info: "bg-brand-soft text-brand",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
} as const;

type Props = {
  tone?: keyof typeof TONES | undefined;
  className?: string | undefined;
  children: ReactNode;
};

export function Badge({ tone = "neutral", className, children }: Props) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium text-xs",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
