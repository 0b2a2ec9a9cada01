import { toPaymentMethods } from "../catalog/to-payment-methods";
import type { PaymentMethod } from "../contract/catalog";
import type { Identity } from "../cryptorefills/headers";
import { brandsSchema, homepageSchema } from "../cryptorefills/schemas/brand";
import { paymentViasSchema } from "../cryptorefills/schemas/payment-via";
import { upstreamLang } from "../i18n/upstream-lang";
import type { Shop } from "../shop/schema";
import { type Answer, askUpstream } from "./ask-upstream";
import { checkAnswer } from "./check-answer";
import { checkClock } from "./check-clock";
import { checkImages, logosOf } from "./check-images";
import { countBoth } from "./count-entries";
import { type Finding, warning } from "./finding";
import { type Ask, tryBuying } from "./try-buying";

type Upstream = { api: string; identity: Identity; shop: Shop };
type Examined = { findings: Finding[]; refusedWith: number | undefined | null };

/** Asks upstream for all that a shop asks it for, and checks one order. It never creates one. */
export async function examineUpstream(upstream: Upstream): Promise<Examined> {
  const { api, identity, shop } = upstream;
  const country = shop.defaults.country;
  const lang = upstreamLang(shop.defaults.locale);
  const answers: Answer[] = [];
  const ask: Ask = async (question) => {
    const answer = await askUpstream({ api, identity, ...question });
    answers.push(answer);
    return answer;
  };

  const [viaAnswer, brandAnswer, homeAnswer] = await Promise.all([
    ask({ endpoint: "paymentVias" }),
    ask({ endpoint: "brands", query: { country_code: country } }),
    ask({ endpoint: "homepage", query: { country_code: country } }),
  ]);
  const vias = checkAnswer(viaAnswer, { schema: paymentViasSchema, count: countBoth("networks") });
  const brands = checkAnswer(brandAnswer, {
    schema: brandsSchema,
    count: countBoth("brands", "popular_brands", "all_brands"),
  });
  const home = checkAnswer(homeAnswer, { schema: homepageSchema });
  const methods = toPaymentMethods(vias.parsed ?? [], new URL(api).origin, shop);
  const method = vias.parsed && preferredMethod(methods, shop);
  const trial =
    brands.parsed && (await tryBuying({ ask, brands: brands.parsed, method, shop, lang }));

  return {
    findings: [
      ...[vias, brands, home].flatMap(({ findings }) => findings),
      ...(vias.parsed && !method ? [noCoin(shop)] : []),
      ...(trial ?? []),
      clockOf(viaAnswer, api),
      ...(brands.parsed
        ? await checkImages(logosOf(brands.parsed, new URL(api).origin), country)
        : []),
    ],
    refusedWith: refusalOf(answers),
  };
}

const noCoin = ({ id, defaults: { coin, network } }: Shop) =>
  warning("upstream", "upstream_coin", { coin, network, shop: id });

function preferredMethod(methods: readonly PaymentMethod[], { defaults }: Shop) {
  return methods.find(
    ({ coin, network }) => coin === defaults.coin && network === defaults.network,
  );
}

function clockOf(answer: Answer, api: string): Finding {
  const date = "date" in answer ? answer.date : null;
  return checkClock({ ...answer, source: new URL(api).host, date });
}

/** The status by which upstream said that it does not know who asks. */
function refusalOf(answers: readonly Answer[]): number | undefined | null {
  const statuses = answers.flatMap((answer) => ("status" in answer ? [answer.status] : []));
  if (statuses.length === 0) return null;
  return statuses.find((status) => status === 401 || status === 403);
}
