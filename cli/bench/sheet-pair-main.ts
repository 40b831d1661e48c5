/** The process that times one pair in one engine: their numbers in, times out, as JSON. */
import { engines, pairs, timePair } from "./sheet-pairs.js";

const [engine, pair] = [engines[Number(process.argv[2])], pairs[Number(process.argv[3])]];
if (engine === undefined || pair === undefined) throw new Error("wanted: the number of an engine and of a pair");
process.stdout.write(JSON.stringify(await timePair(engine, pair)));
