import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

type Props = { icon: IconName; title: string; text: string; children?: ReactNode };

/** A page that has one thing to say and shows the ways on. */
export function MessageView({ icon, title, text, children }: Props) {
  return (
    <div className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-reading justify-items-start gap-5 px-4 py-16 sm:px-6 sm:py-24">
      <span className="inline-flex size-14 items-center justify-center rounded-full bg-brand-soft text-brand">
        <Icon name={icon} size={28} />
      </span>
      <h1 className="font-semibold text-2xl sm:text-3xl">{title}</h1>
      <p className="max-w-prose text-lg text-muted">{text}</p>
      {children}
    </div>
  );
}
