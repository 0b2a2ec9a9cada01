import { ButtonLink } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";

type Props = {
  icon: IconName;
  title: string;
  text: string;
  action: { href: string; label: string };
  other?: { href: string; label: string } | undefined;
};

/** What the checkout shows when there is nothing to pay for, with the way on. */
export function CheckoutNotice({ icon, title, text, action, other }: Props) {
  return (
    <div className="mx-auto grid max-w-xl justify-items-center gap-4 py-16 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-brand-soft text-brand">
        <Icon name={icon} size={30} />
      </span>
      <h1 className="text-balance font-semibold text-2xl">{title}</h1>
      <p className="text-pretty text-muted">{text}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-3">
        <ButtonLink href={action.href}>{action.label}</ButtonLink>
        {other ? (
          <ButtonLink href={other.href} variant="secondary">
            {other.label}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}
