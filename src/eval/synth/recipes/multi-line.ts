import { atTop, inBody, inModule } from "./recipe.ts";

/** Strings over several lines, and strings put together from parts. */
export const MULTI_LINE = [
  inBody(
    "ISC001",
    "multi-line",
    (w) => ({
      params: w.label,
      diff: `
      - return "the ${w.adjective} " "${w.thing} of " + ${w.label}
      + return "the ${w.adjective} ${w.thing} of " + ${w.label}
    `,
      calls: [[`"x"`, `"the ${w.adjective} ${w.thing} of x"`]],
    }),
    { ignore: ["ISC003"] },
  ),
  inBody("ISC003", "multi-line", (w) => ({
    params: w.things,
    diff: `
        ${w.things}.append(
      -     "${w.adjective} ${w.things} are kept "
      -     + "until the ${w.label} is known"
      +     "${w.adjective} ${w.things} are kept "
      +     "until the ${w.label} is known"
        )
        return ${w.things}
    `,
    calls: [["[]", `["${w.adjective} ${w.things} are kept until the ${w.label} is known"]`]],
  })),
  inBody("UP032-multi-line", "multi-line", (w) => ({
    params: `${w.label}, ${w.amount}`,
    diff: `
        return (
      -     "${w.adjective} ${w.thing} {}, "
      -     "with {} as its ${w.amount}".format(${w.label}, ${w.amount})
      +     f"${w.adjective} ${w.thing} {${w.label}}, "
      +     f"with {${w.amount}} as its ${w.amount}"
        )
    `,
    calls: [[`"x", 1`, `"${w.adjective} ${w.thing} x, with 1 as its ${w.amount}"`]],
  })),
  inModule("UP032-template", "multi-line", (w) => {
    const name = w.name(`render_${w.thing}`);
    return {
      nesting: "function",
      piece: {
        lines: [
          `def ${name}(${w.label}, ${w.amount}):`,
          `    """Fill in the letter about a ${w.thing}."""`,
          { before: ['    return """\\'], after: ['    return f"""\\'] },
          `Dear ${w.label} {${w.label}},`,
          "",
          `the ${w.amount} of your ${w.adjective} ${w.thing} is {${w.amount}}.`,
          { before: [`""".format(${w.label}=${w.label}, ${w.amount}=${w.amount})`], after: ['"""'] },
        ],
        checks: [`assert "is 5." in subject.${name}("x", 5)`],
      },
    };
  }),
  inModule("UP031-multi-line", "multi-line", (w) => {
    const name = w.name(`explain_${w.amount}`);
    return {
      nesting: "function",
      piece: {
        lines: [
          `def ${name}(${w.label}, ${w.amount}):`,
          `    """Say in two lines what the ${w.amount} is."""`,
          {
            before: [
              "    return (",
              `        "${w.thing} %s of the ${w.adjective} kind\\n"`,
              `        "has a ${w.amount} of %s" % (${w.label}, ${w.amount})`,
              "    )",
            ],
            after: [
              "    return (",
              `        f"${w.thing} {${w.label}} of the ${w.adjective} kind\\n"`,
              `        f"has a ${w.amount} of {${w.amount}}"`,
              "    )",
            ],
          },
        ],
        checks: [`assert subject.${name}("x", 5).endswith("of 5")`],
      },
    };
  }),
  inBody("F541-multi-line", "multi-line", (w) => ({
    params: w.label,
    diff: `
        parts = [
      -     f"""${w.adjective} ${w.things}
      +     """${w.adjective} ${w.things}
        and their ${w.amount}""",
            ${w.label},
        ]
        return len(parts)
    `,
    calls: [["1", "2"]],
  })),
  inModule(
    "S608-multi-line",
    "multi-line",
    (w) => {
      const name = w.name(`find_${w.things}`);
      return {
        nesting: "function",
        piece: {
          lines: [
            `def ${name}(connection, ${w.label}, limit=${w.between(5, 500)}):`,
            `    """Read ${w.adjective} ${w.things} of one ${w.label}."""`,
            {
              before: ["    return connection.execute(", '        f"""'],
              after: ["    return connection.execute(", '        """'],
            },
            `        SELECT ${w.amount}, ${w.second}`,
            `        FROM ${w.things}`,
            { before: [`        WHERE ${w.label} = '{${w.label}}'`], after: [`        WHERE ${w.label} = ?`] },
            { before: ["        LIMIT {limit}"], after: ["        LIMIT ?"] },
            { before: ['        """'], after: ['        """,', `        (${w.label}, limit),`] },
            "    ).fetchall()",
          ],
        },
      };
    },
    { keepsBehaviour: false },
  ),
  inBody(
    "S608-concatenated",
    "multi-line",
    (w) => ({
      params: `cursor, ${w.label}`,
      diff: `
        cursor.execute(
      -     "SELECT ${w.amount} FROM ${w.things} "
      -     "WHERE ${w.label} = '" + ${w.label} + "'"
      +     "SELECT ${w.amount} FROM ${w.things} "
      +     "WHERE ${w.label} = ?",
      +     (${w.label},),
        )
        return cursor.fetchone()
    `,
    }),
    { keepsBehaviour: false },
  ),
  atTop("W605-multi-line", "multi-line", (w) => {
    const name = w.name(`${w.label}_pattern`).toUpperCase();
    return {
      uses: ["import re"],
      lines: [
        `${name} = re.compile(`,
        { before: ['    """'], after: ['    r"""'] },
        `    ${w.thing}          # as people write it`,
        "    [-_]",
        `    \\d{${w.between(1, 9)}}`,
        '    """,',
        "    re.VERBOSE,",
        ")",
      ],
      checks: [`assert subject.${name}.pattern`],
    };
  }),
  inModule("W291-docstring", "multi-line", (w) => {
    const name = w.name(`${w.verb}_${w.thing}`);
    const text = `The ${w.label} comes first, then the ${w.mark}.`;
    return {
      nesting: "function",
      piece: {
        lines: [
          `def ${name}(${w.amount}):`,
          `    """Look at the ${w.amount} of a ${w.thing}.`,
          "",
          { before: [`    ${text}${w.pick([" ", "  ", "    "])}`], after: [`    ${text}`] },
          `    A ${w.adjective} one is left alone.`,
          '    """',
          `    return ${w.amount} - ${w.between(1, 99)}`,
        ],
        checks: [`assert subject.${name}(1) <= 0`],
      },
    };
  }),
  inModule("W293-docstring", "multi-line", (w) => {
    const name = w.name(`${w.verb}_${w.other}`);
    return {
      nesting: "function",
      piece: {
        lines: [
          `def ${name}(${w.label}):`,
          `    """Write the ${w.label} of a ${w.thing} out.`,
          { before: [w.pick(["    ", "        ", "  "])], after: [""] },
          `    The ${w.mark} is not part of it.`,
          '    """',
          `    return f"${w.adjective} {${w.label}}"`,
        ],
        checks: [`assert subject.${name}(1) == "${w.adjective} 1"`],
      },
    };
  }),
  inBody("FLY002", "multi-line", (w) => {
    const between = w.pick(["-", "/", ":"]);
    return {
      params: `${w.label}, ${w.mark}`,
      diff: `
        - return "${between}".join([${w.label}, "${w.adjective}", ${w.mark}])
        + return f"{${w.label}}${between}${w.adjective}${between}{${w.mark}}"
      `,
      calls: [[`"a", "b"`, `"a${between}${w.adjective}${between}b"`]],
    };
  }),
];
