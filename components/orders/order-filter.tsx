"use client";

import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { fill } from "@/lib/i18n/fill";
import { ORDER_GROUPS, type OrderGroup } from "./filter-orders";
import type { OrdersMessages } from "./orders-messages";

type Props = {
  messages: OrdersMessages;
  locale: string;
  count: number;
  group: OrderGroup;
  onQuery: (query: string) => void;
  onGroup: (group: OrderGroup) => void;
};

export function OrderFilter({ messages, locale, count, group, onQuery, onGroup }: Props) {
  const text = messages.list;
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <Input
        type="search"
        aria-label={text.search}
        placeholder={text.search}
        autoComplete="off"
        maxLength={80}
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
      <Select
        aria-label={text.filter}
        value={group}
        onChange={(event) => onGroup(event.currentTarget.value as OrderGroup)}
      >
        {ORDER_GROUPS.map((name) => (
          <option key={name} value={name}>
            {text[name]}
          </option>
        ))}
      </Select>
      <p role="status" className="text-muted text-sm sm:col-span-2">
        {fill(text.count, { count }, locale)}
      </p>
    </div>
  );
}
