import { coverage, SETTINGS } from "./coverage.ts";

/** `node bench/statistics/main.ts [LOOKS]`: how often each 95 % interval holds the truth, as a Markdown table. */
const looks = Number(process.argv[2] ?? 2000);
process.stdout.write(`| interval | world | coverage of ${looks} looks |\n| --- | --- | ---: |\n`);
for (const setting of SETTINGS) {
  const held = coverage(setting, looks, 1);
  process.stdout.write(`| ${setting.interval} | ${setting.world} | ${(100 * held).toFixed(1)} % |\n`);
}
