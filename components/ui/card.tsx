import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A raised surface; what stands in it brings its own padding. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      {...rest}
      className={classNames("rounded-card border border-line bg-surface", className)}
    />
  );
}
