/** Property tests try the same cases on every run, so that a failure is one that the next run sees too. SEED tries others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20220723) });
