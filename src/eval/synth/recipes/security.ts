import { inBody } from "./recipe.ts";

/** What bandit's rules warn of. Fixes change what the program does: that is their point. */
const CHANGES = { keepsBehaviour: false } as const;

export const SECURITY = [
  inBody("S101", "security", (w) => ({
    params: `${w.amount}`,
    diff: `
      - assert ${w.amount} >= 0, "the ${w.amount} of a ${w.adjective} ${w.thing} is negative"
      + if ${w.amount} < 0:
      +     raise ValueError("the ${w.amount} of a ${w.adjective} ${w.thing} is negative")
        return ${w.amount} * ${w.between(2, 99)}
    `,
    calls: [["0", "0"]],
  })),
  inBody(
    "S105",
    "security",
    (w) => ({
      params: `${w.label}`,
      gains: ["import os"],
      diff: `
      - ${w.thing}_password = "${w.adjective}-${w.between(100, 999)}"
      + ${w.thing}_password = os.environ["${w.thing.toUpperCase()}_PASSWORD"]
        return ${w.label}, ${w.thing}_password
    `,
    }),
    CHANGES,
  ),
  inBody(
    "S108",
    "security",
    (w) => ({
      params: `${w.label}`,
      gains: ["import tempfile"],
      diff: `
      - folder = "/tmp/${w.adjective}_${w.things}"
      + folder = tempfile.mkdtemp(prefix="${w.adjective}_${w.things}")
        return f"{folder}/{${w.label}}"
    `,
    }),
    CHANGES,
  ),
  inBody("S113", "security", (w) => ({
    params: `${w.label}, host="https://${w.things}.example"`,
    uses: ["import requests"],
    diff: `
      - response = requests.get(f"{host}/{${w.label}}")
      + response = requests.get(f"{host}/{${w.label}}", timeout=${w.between(5, 60)})
        return response.json()["${w.amount}"]
    `,
  })),
  inBody("S113-post", "security", (w) => ({
    params: `session_url, ${w.amount}`,
    uses: ["import requests"],
    diff: `
        response = requests.post(
            session_url,
            json={"${w.label}": "${w.adjective}", "${w.amount}": ${w.amount}},
      +     timeout=${w.between(5, 60)},
        )
        response.raise_for_status()
        return response.text
    `,
  })),
  inBody(
    "S324",
    "security",
    (w) => ({
      params: `${w.label}: bytes`,
      uses: ["import hashlib"],
      diff: `
      - digest = hashlib.${w.pick(["md5", "sha1"])}(${w.label})
      + digest = hashlib.sha256(${w.label})
        return "${w.thing}-" + digest.hexdigest()[:${w.between(6, 20)}]
    `,
    }),
    CHANGES,
  ),
  inBody("S506", "security", (w) => ({
    params: `text`,
    uses: ["import yaml"],
    diff: `
      - ${w.things} = yaml.load(text, Loader=yaml.Loader)
      + ${w.things} = yaml.safe_load(text)
        return ${w.things}["${w.label}"], "${w.adjective}"
    `,
  })),
  inBody(
    "S602",
    "security",
    (w) => ({
      params: `${w.label}`,
      uses: ["import subprocess"],
      diff: `
      - done = subprocess.run(f"${w.verb} --${w.mark} {${w.label}}", shell=True, check=True)
      + done = subprocess.run(["${w.verb}", "--${w.mark}", ${w.label}], check=True)
        return done.returncode + ${w.between(0, 90)}
    `,
    }),
    CHANGES,
  ),
  inBody(
    "S608",
    "security",
    (w) => ({
      params: `connection, ${w.label}`,
      diff: `
      - rows = connection.execute(f"SELECT ${w.amount} FROM ${w.things} WHERE ${w.label} = '{${w.label}}'")
      + rows = connection.execute("SELECT ${w.amount} FROM ${w.things} WHERE ${w.label} = ?", (${w.label},))
        return [row[0] for row in rows]
    `,
    }),
    CHANGES,
  ),
  inBody("S307", "security", (w) => ({
    params: `text`,
    gains: ["import ast"],
    diff: `
      - ${w.thing} = eval(text)
      + ${w.thing} = ast.literal_eval(text)
        return {"${w.label}": ${w.thing}, "${w.mark}": "${w.adjective}"}
    `,
    calls: [[`"1"`, `{"${w.label}": 1, "${w.mark}": "${w.adjective}"}`]],
  })),
  inBody(
    "S301",
    "security",
    (w) => ({
      params: "data: bytes",
      drops: ["import pickle"],
      gains: ["import json"],
      diff: `
      - ${w.things} = pickle.loads(data)
      + ${w.things} = json.loads(data)
        return ${w.things}.get("${w.label}", "${w.adjective}")
    `,
    }),
    { keepsBehaviour: false, ignore: ["S403"] },
  ),
  inBody(
    "S501",
    "security",
    (w) => ({
      params: `${w.label}`,
      uses: ["import requests"],
      diff: `
        return requests.get(
            f"https://${w.things}.example/${w.adjective}/{${w.label}}",
            timeout=${w.between(5, 60)},
      -     verify=False,
        ).text
    `,
    }),
    CHANGES,
  ),
];
