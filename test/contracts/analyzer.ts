import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PatchProError } from "../../src/domain/errors.ts";
import type { Report } from "../../src/domain/finding.ts";
import { resolveRegion } from "../../src/patch/region.ts";
import type { Analyzer, VariantReport } from "../../src/ports/analyzer.ts";
import type { ProcessRunner } from "../../src/ports/process.ts";
import {
  canHold,
  endingIn,
  runner,
  stageBeside,
  temporaryFolder,
  variantOf,
  workspaceAt,
} from "../analyzers/support.ts";

/** An analyzer as the suite meets it. */
export interface Subject {
  readonly name: string;
  /** Why it cannot run here; the suite is then skipped with this reason in its title. */
  readonly absent?: string | undefined;
  /** Ending of its source files: `.py`. */
  readonly extension: string;
  /** Configuration files of the repository. */
  readonly configuration: Readonly<Record<string, string>>;
  /** A text in which `rule` fires exactly once, on `flagged`, which stands in line 3. */
  readonly dirty: { readonly text: string; readonly rule: string; readonly flagged: string };
  readonly clean: string;
  /** A text that does not parse; undefined if the analyzer has no parser that tells. */
  readonly broken?: string;
  /** Configuration that silences `dirty.rule` in the folder `quiet/`; undefined if the tool has no such thing. */
  readonly quietFolder?: Readonly<Record<string, string>>;
  /** Whether a fix comes with the finding when fixes are asked for. */
  readonly hasFix?: boolean;
  readonly runsPrograms: boolean;
  /** Milliseconds for one test with a slow tool. */
  readonly patienceMs?: number;
  /** Prepares what the tool needs in the repository, such as `node_modules`. */
  furnish?(root: string): void;
  create(options: { root: string; runner: ProcessRunner }): Promise<Analyzer>;
}

interface Seen {
  readonly path: string | undefined;
  readonly rule: string;
  readonly code: string | undefined;
}

/** What a report says, resolved against the texts: the path relative to `root`, the rule, the code that it points at. */
function seen(report: Report, texts: Readonly<Record<string, string>>, root: string): Seen[] {
  return report.findings.map((finding) => {
    const name =
      finding.uri === undefined
        ? undefined
        : path.relative(root, path.resolve(root, finding.uri)).split(path.sep).join("/");
    const text = name === undefined ? undefined : texts[name];
    const resolved = text !== undefined && finding.region ? resolveRegion(text, finding.region) : undefined;
    return { path: name, rule: finding.ruleId, code: resolved && text?.slice(resolved.span.start, resolved.span.end) };
  });
}

const HOSTILE_NAMES = [
  "a b",
  "-dash",
  "--fix",
  "@args",
  'it\'s "quoted"',
  "$HOME;`id`",
  "dir:1:2: F401/x",
  "new\nline",
  "naïve 😀",
  "[glob]*{a,b}",
  "!neg",
];

/** A test that this subject owes; for one that does not, there is none to skip. */
function itIf(owed: unknown, name: string, test: () => Promise<void>): void {
  if (owed) it(name, test);
}

/** Behaviour that every analyzer owes, whatever its tool. */
export function analyzerContract(subject: Subject): void {
  const { dirty, clean, extension } = subject;
  const title = subject.absent ? `${subject.name} (skipped: ${subject.absent})` : subject.name;
  const patience = { timeout: subject.patienceMs ?? 60_000 };
  describe.skipIf(subject.absent !== undefined)(`the contract of analyzers: ${title}`, patience, () => {
    const analyzers: Analyzer[] = [];
    const open = async (files: Readonly<Record<string, string>>, with_: ProcessRunner = runner) => {
      const root = temporaryFolder({ ...subject.configuration, ...files });
      subject.furnish?.(root);
      const analyzer = await subject.create({ root, runner: with_ });
      analyzers.push(analyzer);
      const look = (
        variants: ReturnType<typeof variantOf>[],
        detail: "sightings" | "fixes" = "sightings",
      ): Promise<VariantReport[]> => analyzer.analyzeVariants(stageBeside(root, temporaryFolder(), variants), detail);
      return { root, analyzer, look };
    };
    const named = (name: string): string => `${name}${extension}`;

    afterAll(async () => {
      for (const analyzer of analyzers) await analyzer.close();
    });

    describe("a repository with one finding", () => {
      const files = {
        [`src/dirty${extension}`]: dirty.text,
        [`src/clean${extension}`]: clean,
        [`other/clean${extension}`]: clean,
      };
      let repository: Awaited<ReturnType<typeof open>>;
      const expected: Seen = { path: named("src/dirty"), rule: dirty.rule, code: dirty.flagged };
      beforeAll(async () => {
        repository = await open(files);
      });

      it("is identified by tool, version and a configuration that does not change by itself", async () => {
        const identity = await repository.analyzer.identify();
        expect(identity.tool).not.toBe("");
        expect(identity.version).not.toBe("");
        expect(identity.configuration).toMatch(/^[0-9a-f]{64}$/);
        expect(await repository.analyzer.identify()).toEqual(identity);
      });

      it("handles its own kind of file", () => {
        expect(repository.analyzer.handles(named("src/dirty"))).toBe(true);
      });

      it("finds it when asked for the whole repository", async () => {
        const report = await repository.analyzer.analyze([]);
        expect(seen(report, files, repository.root)).toEqual([expected]);
      });

      it("finds it by file and by folder, and nothing elsewhere", async () => {
        expect(seen(await repository.analyzer.analyze([named("src/dirty")]), files, repository.root)).toEqual([
          expected,
        ]);
        expect(seen(await repository.analyzer.analyze(["src"]), files, repository.root)).toEqual([expected]);
        expect(seen(await repository.analyzer.analyze(["other"]), files, repository.root)).toEqual([]);
      });

      it.each(["sightings", "fixes"] as const)(
        "says the same of the staged text, with names relative to the root (%s)",
        async (detail) => {
          const reports = await repository.look([variantOf("a", { [named("src/dirty")]: dirty.text })], detail);
          expect(reports.map((one) => one.variantId)).toEqual(["a"]);
          const [report] = reports.map((one) => one.report);
          expect(report?.findings.map((finding) => finding.uri)).toEqual([named("src/dirty")]);
          expect(report && seen(report, files, repository.root)).toEqual([expected]);
        },
      );

      itIf(subject.hasFix, "gives fixes when they are asked for, naming files relative to the root", async () => {
        const [report] = await repository.look([variantOf("a", { [named("src/dirty")]: dirty.text })], "fixes");
        const edits = report?.report.findings.flatMap((finding) => finding.fixes.flatMap((fix) => fix.edits)) ?? [];
        expect(edits.length).toBeGreaterThan(0);
        expect(new Set(edits.map((edit) => edit.uri))).toEqual(new Set([named("src/dirty")]));
      });

      it("keeps ids and order, also of equal texts, of removed files and of files it does not handle", async () => {
        const reports = await repository.look([
          variantOf("z", { [named("src/clean")]: clean }),
          variantOf("removed", { [named("src/dirty")]: null }),
          variantOf("a", { [named("src/dirty")]: dirty.text }),
          variantOf("other", { "notes/none.unknown": "text" }),
          variantOf("m", { [named("src/dirty")]: dirty.text, [named("other/clean")]: dirty.text }),
        ]);
        expect(reports.map((one) => [one.variantId, one.report.findings.length])).toEqual([
          ["z", 0],
          ["removed", 0],
          ["a", 1],
          ["other", 0],
          ["m", 2],
        ]);
      });

      it("answers an empty list with an empty list", async () => {
        expect(await repository.look([])).toEqual([]);
      });

      it("writes nothing into the repository", async () => {
        const before = await workspaceAt(repository.root).list();
        await repository.analyzer.analyze([]);
        await repository.look([variantOf("a", { [named("src/dirty")]: dirty.text })], "fixes");
        expect(await workspaceAt(repository.root).list()).toEqual(before);
      });
    });

    describe("columns", () => {
      const shapes: Readonly<Record<string, string>> = {
        crlf: dirty.text.replaceAll("\n", "\r\n"),
        bom: `\uFEFF${dirty.text}`,
        "bom-crlf": `\uFEFF${dirty.text.replaceAll("\n", "\r\n")}`,
        bare: dirty.text.replace(/\n$/, ""),
      };
      it("point at the flagged code under CRLF, a byte-order mark, wide characters and no final newline", async () => {
        const files = Object.fromEntries(Object.entries(shapes).map(([shape, text]) => [named(shape), text]));
        const { root, analyzer, look } = await open(files);
        const all = Object.keys(files).map((name) => ({ path: name, rule: dirty.rule, code: dirty.flagged }));
        const sorted = (list: Seen[]) => list.sort((a, b) => ((a.path ?? "") < (b.path ?? "") ? -1 : 1));
        expect(sorted(seen(await analyzer.analyze([]), files, root))).toEqual(sorted(all));
        for (const detail of ["sightings", "fixes"] as const) {
          const reports = await look(
            Object.entries(files).map(([name, text]) => variantOf(name, { [name]: text })),
            detail,
          );
          expect(sorted(reports.flatMap((one) => seen(one.report, files, root)))).toEqual(sorted([...all]));
        }
      });
    });

    itIf(subject.broken, "tells of syntax errors, and of none where there is none", async () => {
      const { look } = await open({});
      const reports = await look([
        variantOf("broken", { [named("x")]: subject.broken ?? "" }),
        variantOf("sound", { [named("x")]: clean }),
      ]);
      expect(reports[0]?.syntaxErrors?.length).toBeGreaterThan(0);
      expect(reports[0]?.syntaxErrors?.[0]).toMatch(/^\d+:\d+ \S/);
      expect(reports[1]?.syntaxErrors).toEqual([]);
    });

    it("takes hostile file names as names", async () => {
      const names = HOSTILE_NAMES.map((name) => named(name)).filter(canHold);
      const files = Object.fromEntries(names.map((name) => [name, dirty.text]));
      const { root, analyzer, look } = await open(files);
      const all = names.map((name) => ({ path: name, rule: dirty.rule, code: dirty.flagged }));
      const reports = await look(names.map((name) => variantOf(name, { [name]: dirty.text })));
      expect(reports.flatMap((one) => seen(one.report, files, root))).toEqual(all);
      const byName = seen(await analyzer.analyze(names), files, root);
      expect(new Set(byName.map((one) => one.path))).toEqual(new Set(names));
    });

    itIf(subject.quietFolder, "obeys the configuration of a folder", async () => {
      const files = { [named("quiet/x")]: dirty.text, [named("loud/x")]: dirty.text };
      const { root, analyzer, look } = await open({ ...subject.quietFolder, ...files });
      const loud = [{ path: named("loud/x"), rule: dirty.rule, code: dirty.flagged }];
      expect(seen(await analyzer.analyze([]), files, root)).toEqual(loud);
      const reports = await look(Object.entries(files).map(([name, text]) => variantOf(name, { [name]: text })));
      expect(reports.flatMap((one) => seen(one.report, files, root))).toEqual(loud);
    });

    const withPrograms = (name: string, tests: () => void): void =>
      void (subject.runsPrograms && describe(name, tests));
    withPrograms("when the program fails", () => {
      const failures = {
        "is missing": endingIn("not-found"),
        "cannot be started": endingIn("not-executable"),
        hangs: endingIn("timed-out"),
        floods: endingIn("too-much-output"),
        "is killed": endingIn("signalled"),
        crashes: endingIn("exited", { exitCode: 134, stderr: "first\nthread panicked\n" }),
        "answers with something else": endingIn("exited", { exitCode: 0, stdout: Buffer.from("Segmentation") }),
      };
      it.each(Object.entries(failures))("because it %s, it says so with a remedy", async (_, failing) => {
        const { analyzer, look } = await open({ [named("x")]: dirty.text }, failing);
        const attempts = [() => analyzer.analyze([]), () => look([variantOf("a", { [named("x")]: dirty.text })])];
        for (const attempt of attempts) {
          const error = await attempt().then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          expect(error).toBeInstanceOf(PatchProError);
          expect(error).toMatchObject({ code: "analyzer", hint: expect.stringMatching(/\S.*\S/) });
        }
      });

      it("names the exit code and the last line that the program wrote", async () => {
        const { analyzer } = await open({ [named("x")]: dirty.text }, failures.crashes);
        await expect(analyzer.analyze([])).rejects.toThrow(/134.*thread panicked/);
      });
    });

    it("stops when it is called off", async () => {
      const { analyzer } = await open({ [named("x")]: dirty.text });
      const reason = new Error("called off");
      await expect(analyzer.analyze([], AbortSignal.abort(reason))).rejects.toThrow("called off");
    });
  });
}
