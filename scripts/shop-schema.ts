import { readFileSync, writeFileSync } from "node:fs";
import {
  SHOP_DOC_FILE,
  SHOP_SCHEMA_FILE,
  shopJsonSchema,
  withFieldTable,
} from "./shop-json-schema";

writeFileSync(SHOP_SCHEMA_FILE, shopJsonSchema());
writeFileSync(SHOP_DOC_FILE, withFieldTable(readFileSync(SHOP_DOC_FILE, "utf8")));
console.log(`Wrote ${SHOP_SCHEMA_FILE} and the fields of ${SHOP_DOC_FILE}`);
