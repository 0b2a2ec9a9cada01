import * as z from "zod";
import {
  brandPageSchema,
  countryCatalogueSchema,
  countrySchema,
  homeRowSchema,
  paymentMethodSchema,
  priceQuoteSchema,
} from "./catalog";
import { accessBodySchema, linkBodySchema, scopeSchema } from "./order-access";
import {
  acceptBodySchema,
  orderBodySchema,
  validationBodySchema,
  validationResultSchema,
} from "./order-body";
import { orderViewSchema, revealedDeliverySchema } from "./order-view";
import { soldElsewhereReplySchema } from "./search";
import { solanaReadSchema } from "./solana-read";

export type Operation = {
  path: string;
  method: "get" | "post" | "delete";
  summary: string;
  query?: readonly string[];
  headers?: readonly string[];
  body?: z.core.$ZodType;
  /** The media types of the body when they are not JSON's own. */
  bodyMedia?: readonly string[];
  status: number;
  reply?: z.core.$ZodType;
  /** The media type of the reply when it is not JSON. */
  media?: string;
};

const text = z.string();

/** One row per operation of our own interface; the OpenAPI document is made from this table alone. */
export const OPERATIONS: readonly Operation[] = [
  {
    path: "/api/health/live",
    method: "get",
    summary: "The process answers",
    status: 200,
    reply: z.object({ status: text }),
  },
  {
    path: "/api/health/ready",
    method: "get",
    summary: "The shop can serve",
    status: 200,
    reply: z.object({ status: text }),
  },
  {
    path: "/api/metrics",
    method: "get",
    summary: "What this process has counted, in Prometheus' text format, for who has METRICS_TOKEN",
    status: 200,
    media: "text/plain",
  },
  {
    path: "/api/openapi.json",
    method: "get",
    summary: "This document",
    status: 200,
    reply: z.looseObject({}),
  },
  {
    path: "/api/offline",
    method: "get",
    summary: "The page that a device keeps for times without a connection",
    query: ["lang"],
    status: 200,
    media: "text/html",
  },
  {
    path: "/api/csp-report",
    method: "post",
    summary: "What a page's content security policy kept from running, as browsers report it",
    bodyMedia: ["application/csp-report", "application/reports+json"],
    body: z.union([z.looseObject({}), z.array(z.looseObject({}))]),
    status: 204,
  },
  {
    path: "/api/payment-methods",
    method: "get",
    summary: "Coins and networks that can be paid with",
    status: 200,
    reply: z.object({ methods: z.array(paymentMethodSchema) }),
  },
  {
    path: "/api/catalog/{country}",
    method: "get",
    summary: "Every brand of a country",
    status: 200,
    reply: countryCatalogueSchema,
  },
  {
    path: "/api/catalog/{country}/home",
    method: "get",
    summary: "The rows of a country's home page",
    status: 200,
    reply: z.object({ country: countrySchema, rows: z.array(homeRowSchema) }),
  },
  {
    path: "/api/catalog/{country}/brands/{slug}",
    method: "get",
    summary: "A brand and its products",
    query: ["coin", "lang"],
    status: 200,
    reply: brandPageSchema,
  },
  {
    path: "/api/catalog/{country}/search-index",
    method: "get",
    summary: "The search index of a country, as the MiniSearch library writes it",
    query: ["lang"],
    status: 200,
    reply: z.record(z.string(), z.unknown()),
  },
  {
    path: "/api/catalog/{country}/sold-elsewhere",
    method: "get",
    summary: "Where else a brand is sold that this country does not have",
    query: ["q"],
    status: 200,
    reply: soldElsewhereReplySchema,
  },
  {
    path: "/api/price",
    method: "get",
    summary: "The price of a value within a range",
    query: ["country", "brand", "value", "coin"],
    status: 200,
    reply: priceQuoteSchema,
  },
  {
    path: "/api/orders/validations",
    method: "post",
    summary: "Check an order without creating it",
    body: validationBodySchema,
    status: 200,
    reply: validationResultSchema,
  },
  {
    path: "/api/orders",
    method: "post",
    summary: "Create an order, once per Idempotency-Key",
    headers: ["Idempotency-Key"],
    body: orderBodySchema,
    status: 201,
    reply: z.object({ order: orderViewSchema, location: text, pass: z.optional(text) }),
  },
  {
    path: "/api/orders/access",
    method: "post",
    summary: "Recover an order on this browser",
    body: accessBodySchema,
    status: 200,
    reply: z.object({ location: text }),
  },
  {
    path: "/api/orders/access",
    method: "delete",
    summary: "Forget every order on this device",
    status: 204,
  },
  {
    path: "/api/orders/{orderId}",
    method: "get",
    summary: "An order as this browser may see it",
    status: 200,
    reply: orderViewSchema,
  },
  {
    path: "/api/orders/{orderId}/subscribe",
    method: "get",
    summary: "The order as Server-Sent Events",
    status: 200,
    media: "text/event-stream",
  },
  {
    path: "/api/orders/{orderId}/accept",
    method: "post",
    summary: "Accept a dearer price",
    body: acceptBodySchema,
    status: 200,
    reply: z.object({ ...orderViewSchema.shape, pass: z.optional(text) }),
  },
  {
    path: "/api/orders/{orderId}/reveal",
    method: "post",
    summary: "The codes of an order",
    status: 200,
    reply: z.object({ deliveries: z.array(revealedDeliverySchema) }),
  },
  {
    path: "/api/orders/{orderId}/order-number",
    method: "post",
    summary: "The seller's order number, for its support only",
    status: 200,
    reply: z.object({ orderNumber: text }),
  },
  {
    path: "/api/orders/{orderId}/link",
    method: "post",
    summary: "A link for a second device",
    body: linkBodySchema,
    status: 200,
    reply: z.object({ url: text, scope: scopeSchema, expiresAt: text }),
  },
  {
    path: "/api/orders/{orderId}/access",
    method: "delete",
    summary: "Forget the order on this device",
    status: 204,
  },
  {
    path: "/api/rpc/solana",
    method: "post",
    summary: "A read on Solana for the payment of an order",
    body: solanaReadSchema,
    status: 200,
    reply: z.object({ result: z.unknown() }),
  },
];
