/** The three channels through which people inside the system got their homes. */
import type { Text } from "../errors.js";

export type Channel = "public" | "employer" | "policy";

export const channels: Readonly<Record<Channel, Text>> = {
  public: { en: "public housing sold to its tenants", zh: "公房出售" },
  employer: { en: "employer-built homes", zh: "单位自建、集资建房" },
  policy: { en: "affordable and price-capped housing", zh: "经济适用房等政策性住房" },
};
