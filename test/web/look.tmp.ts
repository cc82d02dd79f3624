import { openBrowser } from "/work/main/test/web/support/browser.ts";
import { fakeServer } from "/work/main/test/web/support/fake-server.ts";
import { repairNumber } from "/work/main/test/web/support/world.ts";
const many = Number(process.argv[2] ?? 400);
const only = process.argv[3];
const repairs = Array.from({ length: many }, (_, n) => repairNumber(n));
const server = await fakeServer(repairs, "/work/main/dist-ui");
const base = server.url.split("#")[0];
const multi = repairs.find((r) => r.attempts.length === 2) ?? repairs[0];
const rid = multi?.repair.id, aid = multi?.attempts[0]?.id;
const screens: [string, string][] = [
  ["overview", "#/overview"], ["traces", "#/traces"], ["search", "#/traces?q=rul:F401 outcome:rejected&row=3"], ["repair", `#/repair/${rid}`], ["split", `#/repair/${rid}?tab=usage`],
  ["queue", "#/queue"], ["correct", `#/correct/${aid}?repair=${rid}`], ["playground", `#/playground/${aid}?repair=${rid}`], ["live", "#/live"],
];
for (const [width, dark] of (process.argv[4] ? [[Number(process.argv[4]), process.argv[5] === "dark"]] : [[1600, false], [1600, true], [400, false]]) as [number, boolean][]) {
  const { context, close } = await openBrowser({ width, dark });
  const page = await context.newPage();
  page.on("console", (m) => (m.type() === "error" || m.type() === "warning") && console.log(width, m.text()));
  page.on("pageerror", (e) => console.log(width, "ERR", e.message));
  await page.goto(server.url); await page.waitForTimeout(500);
  for (const [name, hash] of screens) {
    if (only && only !== "all" && !only.split(",").includes(name)) continue;
    await page.goto(base + hash); await page.waitForTimeout(700);
    if (name === "split") await page.keyboard.press("d");
    if (name === "queue") { for (const k of ["a", "a", "x", "1"]) { await page.keyboard.press(k); await page.waitForTimeout(80);} }
    await page.waitForTimeout(200);
    await page.screenshot({ path: `/tmp/shots/${name}-${width}${dark ? "-dark" : ""}.png` });
  }
  await close();
}
await server.close();
