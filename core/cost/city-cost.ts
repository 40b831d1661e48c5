/**
 * A city's institutional cost from its dated prices, weights and range together.
 * Here: how single prices become one city's IHCI. Not here: the prices (notebooks/data), or which rule restates them.
 */
import type { Channel } from "./channels.js";
import { channels } from "./channels.js";
import { ihci } from "./ihci.js";
import { ihciRange } from "./range.js";

/** One dated price at which homes went to people inside the system. */
export interface DatedCost {
  readonly channel: Channel;
  /** Yuan per square metre, in the money of `year`. */
  readonly cost: number;
  readonly year: number;
}

export interface ChannelCost {
  readonly channel: Channel;
  readonly prices: number;
  /** Lowest, plain mean and highest of its restated costs. */
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

export interface CityCost {
  readonly prices: number;
  readonly channels: readonly ChannelCost[];
  /** Lowest and highest restated cost, and their arithmetic midpoint, by which report 001 divides. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** Mean of the channels' means under the weights; equal weights without any. */
  readonly weighted: number;
}

export interface CityCostOptions {
  /** Share of each channel in the city's in-system stock, any unit. Channels without a price are left out. */
  readonly weights?: Readonly<Partial<Record<Channel, number>>> | undefined;
}

/**
 * Cost of a city, each price restated by `restate`.
 * @throws InputError "too-short" for no price, "zero-denominator" for weights that leave nothing, and what `restate` refuses
 */
export function cityCost(
  costs: readonly DatedCost[],
  restate: (cost: DatedCost) => number,
  options: CityCostOptions = {},
): CityCost {
  const restated = costs.map((cost) => ({ channel: cost.channel, value: restate(cost) }));
  const [low, mid, high] = ihciRange(restated.map(({ value }) => value));
  const byChannel = (Object.keys(channels) as Channel[]).flatMap((channel) =>
    channelCost(
      channel,
      restated.filter((cost) => cost.channel === channel).map(({ value }) => value),
    ),
  );
  const { weights } = options;
  const means = byChannel.map(({ mean }) => mean);
  const weighted = ihci(means, weights ? { weights: byChannel.map(({ channel }) => weights[channel] ?? 0) } : {});
  return { prices: costs.length, channels: byChannel, low, mid, high, weighted };
}

function channelCost(channel: Channel, values: readonly number[]): ChannelCost[] {
  if (values.length === 0) return [];
  const [low, , high] = ihciRange(values);
  return [{ channel, prices: values.length, low, mean: ihci(values), high }];
}
