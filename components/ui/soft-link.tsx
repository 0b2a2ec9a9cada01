import type { ComponentProps } from "react";

/**
 * A link between catalogue pages. It is a plain anchor: `SoftNavigation` in the layout takes it over,
 * one listener for all, so that a page with a hundred links hydrates none of them.
 */
export function SoftLink(props: ComponentProps<"a">) {
  return <a data-soft="" {...props} />;
}
