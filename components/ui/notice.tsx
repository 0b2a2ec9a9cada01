import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

type Tone = "info" | "ok" | "warn" | "danger";

const TONES: Record<Tone, { look: string; icon: IconName }> = {
  info: { look: "bg-brand-soft border-brand/25 [--sign:var(--brand)]", icon: "info" },
  ok: { look: "bg-ok-soft border-ok/25 [--sign:var(--ok)]", icon: "check" },
  warn: { look: "bg-warn-soft border-warn/25 [--sign:var(--warn)]", icon: "warning" },
  danger: { look: "bg-danger-soft border-danger/25 [--sign:var(--danger)]", icon: "warning" },
};

type Props = Omit<ComponentProps<"div">, "title"> & {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
};

export function Notice({ tone, title, children, className, ...rest }: Props) {
  const { look, icon } = TONES[tone];
  return (
    <div
      {...rest}
      className={classNames(
        "flex items-start gap-3 rounded-card border px-4 py-3.5 text-ink",
        look,
        className,
      )}
    >
      <Icon name={icon} className="mt-0.5 text-(--sign)" />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? (
          <div className={classNames("text-sm", Boolean(title) && "mt-1")}>{children}</div>
        ) : null}
      </div>
    </div>
  );
}
