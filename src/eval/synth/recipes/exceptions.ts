import { inBody } from "./recipe.ts";

/** Bare `except`, lost causes, swallowed errors. */
export const EXCEPTIONS = [
  inBody("E722", "exceptions", (w) => ({
    params: `${w.label}: str`,
    diff: `
          try:
              return int(${w.label})
        - except:
        + except ValueError:
              return ${w.between(0, 80)}
      `,
    calls: [[`"12"`, "12"]],
  })),
  inBody("E722-logged", "exceptions", (w) => ({
    params: `${w.things}, ${w.label}`,
    logs: true,
    diff: `
        try:
            ${w.amount} = ${w.things}[${w.label}]["${w.amount}"]
      - except:${w.pick(["", "  # never happens"])}
      + except (KeyError, TypeError):
            logger.exception("no ${w.amount} for %s", ${w.label})
            ${w.amount} = ${w.between(0, 9)}
        return ${w.amount}
    `,
    calls: [[`{"a": {"${w.amount}": 5}}, "a"`, "5"]],
  })),
  inBody("B904", "exceptions", (w) => ({
    params: `${w.label}`,
    diff: `
        try:
            ${w.amount} = float(${w.label})
        except ValueError as error:
      -     raise RuntimeError(f"bad ${w.amount}: {error}")
      +     raise RuntimeError(f"bad ${w.amount}: {error}") from error
        return ${w.amount} / ${w.between(2, 8)}
    `,
    calls: [[`"0"`, "0"]],
  })),
  inBody("B904-from-none", "exceptions", (w) => ({
    params: `${w.things}, ${w.label}`,
    diff: `
        try:
            return ${w.things}[${w.label}]
        except KeyError:
      -     raise LookupError("unknown ${w.label} of a ${w.thing}")
      +     raise LookupError("unknown ${w.label} of a ${w.thing}") from None
    `,
    calls: [[`{"k": 1}, "k"`, "1"]],
  })),
  inBody(
    "SIM105",
    "exceptions",
    (w) => ({
      params: `${w.things}: list, ${w.thing}`,
      gains: ["import contextlib"],
      diff: `
        - try:
        -     ${w.things}.remove(${w.thing})
        - except ValueError:
        -     pass
        + with contextlib.suppress(ValueError):
        +     ${w.things}.remove(${w.thing})
          return ${w.things}
      `,
      calls: [["[1, 2], 3", "[1, 2]"]],
    }),
    { ignore: ["S110"] },
  ),
  inBody(
    "S110",
    "exceptions",
    (w) => ({
      params: `${w.things}, callback`,
      logs: true,
      diff: `
          for ${w.thing} in ${w.things}:
              try:
                  callback(${w.thing})
              except Exception:
        -         pass
        +         logger.exception("${w.verb} failed for %s", ${w.thing})
          return len(${w.things})
      `,
      calls: [["[1], str", "1"]],
    }),
    { ignore: ["SIM105"] },
  ),
  inBody("S112", "exceptions", (w) => ({
    params: `${w.things}`,
    logs: true,
    diff: `
        total = 0
        for ${w.thing} in ${w.things}:
            try:
                total += int(${w.thing})
            except Exception:
      +         logger.debug("not a number: %s", ${w.thing})
                continue
        return total
    `,
    calls: [[`["1", "x", "4"]`, "5"]],
  })),
  inBody("RSE102", "exceptions", (w) => ({
    params: `${w.thing}, ${w.things}=()`,
    diff: `
        if ${w.thing} in ${w.things}:
      -     raise NotImplementedError()
      +     raise NotImplementedError
        return f"${w.label} {${w.thing}}"
    `,
    calls: [["1", `"${w.label} 1"`]],
  })),
  inBody("UP024", "exceptions", (w) => ({
    params: `path, ${w.label}="${w.adjective}"`,
    uses: ["from pathlib import Path"],
    diff: `
        try:
            return Path(path).read_text(encoding="utf-8")
      - except IOError:
      + except OSError:
            return ${w.label}
    `,
    calls: [[`"/nowhere/at/all", "x"`, `"x"`]],
  })),
  inBody("B013", "exceptions", (w) => ({
    params: `${w.label}`,
    diff: `
        try:
            return float(${w.label})
      - except (ValueError,):
      + except ValueError:
            return ${w.between(1, 50)}.5
    `,
    calls: [[`"2"`, "2"]],
  })),
  inBody("B014", "exceptions", (w) => ({
    params: `${w.label}, ${w.amount}`,
    diff: `
        try:
            return ${w.label}[${w.amount}]
      - except (LookupError, TypeError, LookupError):
      + except (LookupError, TypeError):
            return "${w.adjective}"
    `,
    calls: [[`"abc", 9`, `"${w.adjective}"`]],
  })),
  inBody("TRY201", "exceptions", (w) => ({
    params: `${w.label}`,
    logs: true,
    diff: `
        try:
            return int(${w.label}, ${w.pick(["2", "8", "16"])})
        except ValueError as error:
            logger.warning("no ${w.amount}: %s", error)
      -     raise error
      +     raise
    `,
    calls: [[`"1"`, "1"]],
  })),
];
