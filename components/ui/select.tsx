import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { CONTROL } from "./input";

/** The native select, with our own arrow so that it looks alike everywhere. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className={classNames("relative block", className)}>
      <select {...rest} className={classNames(CONTROL, "appearance-none truncate pe-10")} />
      <Icon
        name="chevron"
        className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
