/** All statistics of PatchPro: what a rate, a difference or an agreement is worth. Pure; every interval is a 95 % one. */
export * from "./statistics/agreement.ts";
export * from "./statistics/amounts.ts";
export { type Draws, RESAMPLES } from "./statistics/bootstrap.ts";
export * from "./statistics/clustered-rate.ts";
export * from "./statistics/corrected-rate.ts";
export * from "./statistics/paired.ts";
export * from "./statistics/power.ts";
export * from "./statistics/random.ts";
export * from "./statistics/rate.ts";
export * from "./statistics/significance.ts";
