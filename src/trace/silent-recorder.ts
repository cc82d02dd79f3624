import type { Recorder } from "../ports/recorder.ts";

const nothing = (): void => undefined;

/** Takes nothing down: for runs without a store. */
export const silentRecorder: Recorder = {
  runStarted: nothing,
  repairStarted: nothing,
  attemptStarted: nothing,
  attemptEnded: nothing,
  repairEnded: nothing,
  runEnded: nothing,
  close: async () => undefined,
};
