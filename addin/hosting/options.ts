/** What a deployer chooses: address, prefix, where Office.js comes from. Here: reading and refusing. Not here: files. */
import { isPrefix } from "../prefix.js";

export const officeSources = ["cdn", "china", "self"] as const;
/** cdn: Microsoft's. china: the cloud that 21Vianet runs. self: the copy in the package, for closed networks. */
export type OfficeSource = (typeof officeSources)[number];

export interface HostingOptions {
  /** Address of the folder, https, ending in "/". */
  readonly site: string;
  /** Prefix of the second manifest's functions: SND makes =SND.HPI(). */
  readonly prefix: string;
  readonly office: OfficeSource;
}

/** The prefix that nobody has to think of. */
export const usualPrefix = "SND";

/**
 * The address of the folder that is to be served.
 * @throws Error for an address that Excel would not load an add-in from
 */
export function siteOf(url: string): string {
  const seen = `--url is "${url}"`;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address?.hostname) throw new Error(`${seen}; expected an address such as https://example.org/soundings`);
  if (address.protocol !== "https:") throw new Error(`${seen}; Excel loads add-ins over https only`);
  if (address.username || address.password) throw new Error(`${seen}; a name or password in it would be shown to every user`);
  if (address.search || address.hash) throw new Error(`${seen}; expected a folder, without ? or #`);
  if (/\.[a-z]+$/i.test(address.pathname)) throw new Error(`${seen}; expected the folder, not a file in it`);
  return address.href.endsWith("/") ? address.href : `${address.href}/`;
}

/** @throws Error for a word that is none of the three */
export function officeSourceOf(word: string): OfficeSource {
  const found = officeSources.find((source) => source === word);
  if (!found) throw new Error(`--office is "${word}"; expected ${officeSources.join(", ")}`);
  return found;
}

/** @throws Error for what Excel does not take before a function's name */
export function prefixOf(word: string): string {
  if (!isPrefix(word)) throw new Error(`--prefix is "${word}"; expected letters and digits, at most 16`);
  return word.toUpperCase();
}
