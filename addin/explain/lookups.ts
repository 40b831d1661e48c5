/** The functions that look something up, told by the entries they found. */
import { citiesOf, findCity, findRegion, type PublishedScore, publishedScores, type Text } from "soundings";
import { inBand, toBands } from "./land.js";
import { inUnit, sumOfColumn } from "./numbers.js";
import type { Call, Story, Teller } from "./story.js";

const printedScore: Text = { en: "printed score", zh: "印出的得分" };

function publishedCity(call: Call): Story {
  const name = String(call.value("city"));
  const city = findCity(name);
  if (city) return ofCity(call, city);
  const region = findRegion(name);
  return region ? ofRegion(call, citiesOf(region)) : {};
}

function ofCity(call: Call, city: PublishedScore): Story {
  const entry = ({ city: names, score }: PublishedScore) => `${names[call.language]} ${inUnit(score, "points")}`;
  const { rank, score } = city;
  const beside = publishedScores.filter((other) => Math.abs(other.rank - rank) <= 1);
  const above = publishedScores.find((other) => other.rank === rank - 1);
  const found = {
    text: {
      en: `place ${rank} of ${publishedScores.length} in the ranking`,
      zh: `排名榜 ${publishedScores.length} 城中第 ${rank}`,
    },
    formula: beside.map(entry).join(" > "),
    value: score,
    unit: "points",
  } as const;
  const mover = { what: printedScore, unit: "points", now: score } as const;
  switch (call.value("field")) {
    case "rank":
      return {
        formula: `${rank - 1} + 1`,
        parts: [found],
        thresholds: [
          above && { ...mover, at: above.score, across: ">", becomes: { en: `rank ${rank - 1}`, zh: `第 ${rank - 1} 名` } },
        ],
      };
    case "region": {
      const members = city.region ? citiesOf(city.region) : [];
      return { formula: `${members.map(entry).join(", ")} → ${String(call.answer)}`, parts: [found] };
    }
    case "band":
      return { formula: `${inBand(score)} → ${String(call.answer)}`, parts: [found], thresholds: toBands(mover) };
    default:
      return { formula: entry(city), parts: [found], thresholds: toBands(mover) };
  }
}

function ofRegion(call: Call, cities: readonly PublishedScore[]): Story {
  const scores = cities.map(({ score }) => score);
  const names = cities.map(({ city }) => city[call.language]);
  const ones = cities.map(() => 1);
  if (call.value("field") === "count") {
    const text = { en: names.join(", "), zh: names.join("、") };
    return { formula: ones.join(" + "), parts: [{ text, formula: ones.join(" + "), value: cities.length, unit: "count" }] };
  }
  const text = { en: `printed scores of ${names.join(", ")}`, zh: `${names.join("、")}的得分` };
  const total = scores.reduce((sum, score) => sum + score, 0);
  const sum = { text, formula: sumOfColumn(scores, "none", call.language), value: total, unit: "none" } as const;
  return {
    parts: [sum],
    formula: `${inUnit(total, "none")} / ${cities.length}`,
    thresholds: toBands({ what: { en: "mean score", zh: "平均得分" }, unit: "points", now: Number(call.answer) }),
  };
}

const version: Teller = (call) => ({ formula: `soundings ${String(call.answer)}` });
const source: Teller = (call) => ({ formula: String(call.value("name")).toUpperCase() });

export const lookupTellers: Readonly<Record<string, Teller>> = {
  HPI_CITY: publishedCity,
  SOUNDINGS_VERSION: version,
  SOUNDINGS_SOURCE: source,
};
