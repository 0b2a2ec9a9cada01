import type { ComponentProps, MouseEvent } from "react";
import { classNames } from "./class-names";

const VARIANTS = {
  primary:
    "border border-transparent bg-brand text-on-brand font-semibold hover:bg-brand-hover disabled:bg-sunken disabled:text-muted",
  secondary:
    "border border-line-strong bg-surface text-ink font-medium hover:bg-sunken disabled:text-muted",
  quiet: "border border-transparent text-brand font-medium hover:bg-brand-soft disabled:text-muted",
  danger:
    "border border-transparent bg-danger text-on-danger font-semibold hover:opacity-90 disabled:opacity-60",
} as const;

const SIZES = {
  md: "min-h-11 px-4 py-2 text-base",
  lg: "min-h-13 px-6 py-3 text-lg",
} as const;

type Look = {
  variant?: keyof typeof VARIANTS | undefined;
  size?: keyof typeof SIZES | undefined;
};

type ButtonProps = ComponentProps<"button"> & Look & { busy?: boolean | undefined };

export function Button({
  variant,
  size,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // A busy button keeps its place in the tab order: disabling it would lose the focus.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? ignore : onClick}
      className={classNames(look({ variant, size }), busy && "cursor-progress", className)}
    >
      {busy ? <Spinner /> : null}
      {children}
    </button>
  );
}

function ignore(event: MouseEvent): void {
  event.preventDefault();
}

type ButtonLinkProps = ComponentProps<"a"> & Look & { href: string };

/** A plain anchor: a full page load, as the pages with money need it. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <a {...rest} className={classNames(look({ variant, size }), className)} />;
}

function look({ variant = "primary", size = "md" }: Look): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-field text-center leading-tight transition-colors disabled:cursor-not-allowed",
    VARIANTS[variant],
    SIZES[size],
  );
}

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-4 shrink-0 animate-spin rounded-full border-2 border-current border-e-transparent"
    />
  );
}
