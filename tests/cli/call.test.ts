/** The command line as another program sees it: words or JSON lines in, JSON out, exit codes. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { catalog } from "soundings";
import { describe, expect, it } from "vitest";

const program = "soundings";
const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

function soundings(args: readonly string[], input = "", env: Record<string, string> = {}) {
  const script = `import(${JSON.stringify(`file://${main}`)}).then(async ({ main }) => { process.exitCode = await main(process.argv.slice(2)); })`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script, program, ...args], {
    input,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

function batch(lines: readonly string[]): unknown[] {
  const { status, stdout } = soundings(["call", "--batch"], lines.join("\n"));
  expect(status).toBe(0);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

describe("soundings call", () => {
  it("NAME argument=value answers as JSON with unit and source", () => {
    const { status, stdout } = soundings(["call", "HPI", "start=[10,10]", "deal=[10,null]"]);
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      { result: 50, unit: "points", source: expect.stringContaining("report 003") as string },
    ]);
  });

  it("NAME takes a block as a JSON array of rows", () => {
    const block = JSON.stringify([
      ["起始价（亿元）", "成交价（亿元）"],
      [10, 10],
      [10, "流拍"],
    ]);
    const { status, stdout } = soundings(["call", "HPI_TABLE", `block=${block}`]);
    expect([status, JSON.parse(stdout).result.rows]).toEqual([
      0,
      [["全部 all", 2, 20, 10, "亿元", 0, 50, 0, 0, 50, "中低", "", ""]],
    ]);
  });

  it("NAME with a bad argument exits 1 and names argument, position, seen and wanted", () => {
    const { status, stdout } = soundings(["call", "HPI", "start=[10,-2]", "deal=[10,1]"]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: "#NUM!", message: "HPI: start, item 2, is -2; expected a finite number above 0" },
    });
  });

  it("with words that are no assignment exits 2", () => {
    expect(soundings(["call", "HPI", "start"])).toMatchObject({ status: 2, stdout: "" });
    expect(soundings(["call"]).status).toBe(2);
    expect(soundings(["cal"]).status).toBe(2);
  });

  it("--batch answers every line in order, the broken ones too", () => {
    expect(
      batch([
        '{"id":1,"fn":"HPI_COEF","args":{"cut":0.1}}',
        "",
        "not json",
        '{"id":"b","fn":"HPI_BANT","args":{}}',
        '{"id":4,"fn":"HPI","args":[]}',
      ]),
    ).toEqual([
      { id: 1, result: 0.5 },
      { id: null, error: { code: "#VALUE!", message: expect.stringContaining("not json") as string } },
      { id: "b", error: { code: "#NAME?", message: "there is no function HPI_BANT; did you mean HPI_BAND?" } },
      { id: 4, error: { code: "#VALUE!", message: '"args" must be an object of named arguments' } },
    ]);
  });

  it("--batch gives every example of the catalogue the catalogue's answer", () => {
    const calls = catalog.flatMap((d) => d.examples.map((e) => ({ fn: d.id, example: e })));
    const answers = batch(calls.map(({ fn, example }, id) => JSON.stringify({ id, fn, args: example.args }))) as { id: number }[];
    expect(answers.map(({ id }) => id)).toEqual(calls.map((_, id) => id));
    expect(answers.map((a) => ("error" in a ? "error" : "result"))).toEqual(
      calls.map(({ example }) => ("problem" in example ? "error" : "result")),
    );
  });
});

describe("soundings help", () => {
  it("NAME shows the definition in the language of the locale, or of --lang", () => {
    expect(soundings(["help", "HPI"], "", { LC_ALL: "zh_CN.UTF-8" }).stdout).toContain("出处");
    expect(soundings(["help", "hpi", "--lang", "en"], "", { LC_ALL: "zh_CN.UTF-8" }).stdout).toContain("Source");
  });

  it("lists every function, and suggests a name for a slip", () => {
    const { stdout } = soundings(["help"]);
    for (const { id } of catalog) expect(stdout).toContain(`${id}(`);
    expect(soundings(["help", "HPI_CTIY"])).toMatchObject({ status: 2, stderr: expect.stringContaining("HPI_CITY") as string });
  });
});
