import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundView } from "@/components/shop/not-found-view";
import { DEMO_STATES } from "@/lib/demo/order-fixtures";
import { env } from "@/lib/env/server";
import { loadMessages } from "@/lib/i18n/messages";
import { toLocale } from "../../to-locale";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (env().DEMO !== "1") notFound();
  const { order } = await loadMessages(toLocale((await params).locale));
  return { title: order.demo.more, robots: { index: false, follow: false } };
}

/** Where every state of an order can be looked at, in a demo alone. */
export default async function DemoOrdersPage({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { common } = await loadMessages(locale);
  if (env().DEMO !== "1") return <NotFoundView words={common.notFound} locale={locale} />;
  const { order } = await loadMessages(locale);
  return (
    <div className="mx-auto w-full max-w-page px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="font-semibold text-3xl">{order.demo.more}</h1>
      <p className="mt-2 text-muted">{order.demo.statesText}</p>
      <ul className="mt-6 grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {DEMO_STATES.map((state) => (
          <li key={state}>
            <a
              href={`/${locale}/demo/orders/${state}`}
              className="inline-flex min-h-11 items-center font-mono text-brand underline underline-offset-4"
            >
              {state}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
