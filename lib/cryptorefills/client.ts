import "server-only";
import { callUpstream } from "./call";
import type { Identity } from "./headers";
import { brandsSchema, homepageSchema } from "./schemas/brand";
import { orderSchema, orderSchemaOf } from "./schemas/order";
import { paymentViasSchema } from "./schemas/payment-via";
import { priceSchema, productGroupsSchema } from "./schemas/product";
import { validationSchema } from "./schemas/validation";

export const getPaymentVias = (identity: Identity) =>
  callUpstream({ endpoint: "paymentVias", identity, schema: paymentViasSchema });

export const getBrands = (identity: Identity, country: string) =>
  callUpstream({
    endpoint: "brands",
    identity,
    schema: brandsSchema,
    query: { country_code: country },
  });

export const getHomepage = (identity: Identity, country: string) =>
  callUpstream({
    endpoint: "homepage",
    identity,
    schema: homepageSchema,
    query: { country_code: country },
  });

export const getProducts = (
  identity: Identity,
  { country, ...query }: { country: string; brand_name: string; coin: string; lang: string },
) =>
  callUpstream({
    endpoint: "products",
    identity,
    schema: productGroupsSchema,
    params: { country },
    query,
  });

export const getPrice = (
  identity: Identity,
  query: { brand_name: string; country_code: string; face_value: string; coin: string },
) => callUpstream({ endpoint: "price", identity, schema: priceSchema, query });

export const validateOrder = (identity: Identity, body: unknown) =>
  callUpstream({ endpoint: "validations", identity, schema: validationSchema, body });

/** Never retried: nobody can tell whether a request whose answer was lost made an order. */
export const createOrder = (identity: Identity, body: unknown) =>
  callUpstream({ endpoint: "createOrder", identity, schema: orderSchema, body });

/** An answer about another order is none: whoever asked may see this one's codes, and no other's. */
export const getOrder = (identity: Identity, orderId: string) =>
  callUpstream({
    endpoint: "order",
    identity,
    schema: orderSchemaOf(orderId),
    params: { orderId },
  });
