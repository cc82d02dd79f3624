import type { Command } from "commander";
import { EXIT } from "../../domain/errors.ts";
import { CRITERIA, type Criterion } from "../../domain/judge.ts";
import { judgeCards } from "../../eval/judge/board.ts";
import { renderCards } from "../../eval/judge/render.ts";
import { type CommandContext, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { oneOf, parseOption } from "../options.ts";
import { openTraces } from "../wire.ts";
import { type Desk, data, type JudgeOptions } from "./judge/desk.ts";
import { measure, sample, show } from "./judge/measure.ts";
import { runAction } from "./judge/run.ts";

const criterionOption = (text: string): Criterion => oneOf(CRITERIA, text);

/** `patchpro judge`: models that judge proved patches, and what their word is worth. */
export function addJudge(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  const judge = program
    .command("judge")
    .description("let a model judge proved patches, and measure what its word is worth")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro judge run --model openai:gpt-5-mini --budget-usd 1", does: "judges what was proved" },
        { command: "patchpro judge calibrate", does: "holds its verdicts against people's blind labels" },
      ]),
    );
  const action = (work: (desk: Desk) => Promise<string>) => {
    return async (...given: unknown[]): Promise<void> => {
      const self = given.at(-1) as Command;
      const context = contextOf();
      const options = self.optsWithGlobals<JudgeOptions>();
      const { root, config } = settle(context, {
        ...(options.root !== undefined && { root: options.root }),
        ...(options.config !== undefined && { config: options.config }),
      });
      const store = await openTraces(root, config);
      try {
        let code: number = EXIT.done;
        const told = (chosen: number): void => {
          code = chosen;
        };
        await context.stdout(await work({ store, config, options, words: self.args, context, exit: told }));
        exit(code);
      } finally {
        await store.close();
      }
    };
  };
  judge
    .command("run")
    .description(
      "judge attempts whose every check passed; each verdict is kept, and what was judged is not asked again",
    )
    .option("--query <query>", "which attempts, in the search grammar (default: all that were proved)")
    .option(
      "--model <name>",
      "PROVIDER:NAME (default: [judge] model, else the last of the configured models)",
      parseOption.models,
    )
    .option("--criterion <name>", `what to judge: ${CRITERIA.join(", ")}`, criterionOption, "overall")
    .option("--repeat <number>", "ask so many times, to see how often it changes its mind", parseOption.wholeNumber, 1)
    .option("--anchors", "judge again the 50 attempts by which drift is noticed: once a week")
    .option("--budget-usd <amount>", "stop before more than this is spent", parseOption.usd)
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro judge run --model openai:gpt-5-mini --query label:any",
          does: "judges what people labelled",
        },
        {
          command: "patchpro judge run --repeat 3 --budget-usd 1",
          does: "judges everything three times, for a dollar at most",
        },
      ]),
    )
    .action(action(runAction));
  judge
    .command("calibrate")
    .description("measure a judge by the labels of people who had not seen its verdicts")
    .option("--judge <id>", "which judge, or the beginning of its id (default: the newest that judged something)")
    .option("--criterion <name>", `which criterion: ${CRITERIA.join(", ")}`, criterionOption)
    .option("--rater <name>", "whose word counts where raters differ (default: who labelled most)")
    .option("--json", "print it as data")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro judge calibrate", does: "grades the judge: trusted, advisory or rejected" }]),
    )
    .action(action(measure));
  judge
    .command("sample")
    .description("draw attempts for people to label: more of those that the judge fails, with the chance that each had")
    .option("--count <number>", "how many, 100 at most", parseOption.wholeNumber, 50)
    .option("--query <query>", "from which attempts, in the search grammar (default: all that were proved)")
    .option("--judge <id>", "by which judge (default: the newest that judged something)")
    .option("--seed <number>", "the same seed draws the same", parseOption.wholeNumber)
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro judge sample --count 50", does: "prints the query of 50 attempts for the label queue" },
      ]),
    )
    .action(action(sample));
  judge
    .command("list")
    .description("judges, what they are worth and until when")
    .option("--json", "print it as data")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro judge list", does: "lists every version of every judge" }]),
    )
    .action(
      action(async ({ store, options }) => {
        const cards = await judgeCards(store.judgements, Date.now());
        return options.json ? data({ judges: cards }) : renderCards(cards);
      }),
    );
  judge
    .command("show")
    .description("one judge with its latest calibration")
    .argument("<id>", "a judge's id, or its beginning")
    .option("--json", "print it as data")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro judge show 3f2a", does: "shows its errors and what it lacks" }]),
    )
    .action(action(show));
}
