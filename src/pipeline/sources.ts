import { NATIVE } from "../fix/offered.ts";
import type { AskSource } from "./rounds.ts";

/** What the analyzers themselves offer stands with the findings already. */
export const askNative: AskSource = async () => NATIVE;
