/** Calls found in formulas as people write them, with what stands in their cells. */
import { expect, test } from "vitest";
import { callsIn, NotKnown, typedName } from "../../addin/explain/formula.js";

const cells: Record<string, unknown[][]> = {
  "B2:B4": [[10], [20], [null]],
  "C2:C4": [[10], [0], [null]],
  A1: [[0.0237]],
  "Sheet2!A1": [[0.03]],
  E1: [["#N/A"]],
};
const read = async (reference: string) => cells[reference.replaceAll("$", "")];
const calls = (formula: string) => callsIn(formula, read, "en");

test("callsIn(=IF(…)) finds calls of ours within others', outermost first, with their sources", async () => {
  const found = await calls('=IF(A1>0,HPI_BAND(HPI(B2:B3,{10;20}),"en"),"")');
  expect(found.map(({ definition, source }) => [definition.id, source])).toEqual([
    ["HPI_BAND", 'HPI_BAND(HPI(B2:B3,{10;20}),"en")'],
    ["HPI", "HPI(B2:B3,{10;20})"],
  ]);
});

test("callsIn(nested call) works out the inner call for the outer one", async () => {
  const [band, hpi] = await calls('=HPI_BAND(HPI($B$2:$B$4,C2:C4),"en")');
  expect(hpi?.args).toMatchObject({ start: Float64Array.of(10, 20, 0), deal: Float64Array.of(10, 0, 0) });
  expect(band?.args).toMatchObject({ text: { en: "HPI_BAND: score is the error #NUM!; expected a finite number" } });
  const [known] = await calls("=HPI_BAND(HPI({10;20},{10;20}))");
  expect(known?.args).toEqual({ score: 100 });
});

test("callsIn() reads literals, arithmetic, percent signs, omitted arguments, other sheets and prefixed names", async () => {
  const [gap] = await calls("=SND.RENT_GAP(A1,2%*1.5)*1");
  expect(gap?.args).toEqual({ gross_yield: 0.0237, anchor: 0.03 });
  const [omitted] = await calls("=rent_gap(Sheet2!A1,)");
  expect(omitted?.args).toEqual({ gross_yield: 0.03 });
  const [hpi] = await calls("=HPI({10;20},{10;20},,{TRUE;FALSE})");
  expect(hpi?.args).toEqual({ start: Float64Array.of(10, 20), deal: Float64Array.of(10, 20), backstop: [true, false] });
});

test("callsIn() says which part only the sheet can work out, and which cell holds an error", async () => {
  const reasonOf = async (formula: string) => {
    const [call] = await calls(formula);
    return call?.args instanceof NotKnown ? call.args.text.en : "known";
  };
  expect(await reasonOf("=RENT_GAP(AVERAGE(A1,0.02))")).toContain("AVERAGE(A1,0.02) is worked out by the sheet");
  expect(await reasonOf("=RENT_GAP(E1)")).toContain("gross_yield is the error #N/A");
  expect(await reasonOf("=RENT_GAP(Z99)")).toBe("Z99 cannot be read from here.");
});

test("callsIn() finds nothing in text, in others' functions and in a formula that is not finished", async () => {
  expect(await calls('="HPI(B2:B4)"')).toEqual([]);
  expect(await calls("=SUM(B2:B4)")).toEqual([]);
  expect(await calls("=HPI(B2:B4,")).toEqual([]);
});

test("callsIn() finds the calls inside LET and LAMBDA", async () => {
  const found = await calls("=LET(x,RENT_GAP(A1),x+1)");
  expect(found.map(({ definition }) => definition.id)).toEqual(["RENT_GAP"]);
  const [inner] = await calls("=LAMBDA(y,HPI_BAND(y))(3)");
  expect(inner?.args).toMatchObject({ text: { en: expect.stringContaining("y is given by LAMBDA") } });
});

test("callsIn(=LET(…)) works out names: from ranges, from arithmetic, from one another, in any case, the inner over the outer", async () => {
  const argsOf = async (formula: string) => (await calls(formula)).map(({ definition, args }) => [definition.id, args]);
  expect(await argsOf("=LET(x,HPI({10;20},{10;10}),HPI_BAND(X))")).toMatchObject([
    ["HPI_BAND", { score: 200 / 3 }],
    ["HPI", { start: Float64Array.of(10, 20), deal: Float64Array.of(10, 10) }],
  ]);
  expect(await argsOf("=LET(rate,A1,anchor,rate+1%,RENT_GAP(rate,anchor))")).toEqual([
    ["RENT_GAP", { gross_yield: 0.0237, anchor: 0.0337 }],
  ]);
  expect(await argsOf("=LET(x,0.02,RENT_GAP(LET(x,A1,x)))")).toEqual([["RENT_GAP", { gross_yield: 0.0237 }]]);
  expect(await argsOf("=LET(B,B2:B4,c,$C$2:$C$4,HPI_PARTS(b,C))")).toMatchObject([
    ["HPI_PARTS", { start: Float64Array.of(10, 20, 0) }],
  ]);
});

test("callsIn() knows the names that Excel stores: _xldudf_ before a bare and before a prefixed function", async () => {
  for (const name of ["_xldudf_RENT_GAP", "_xldudf_SND_RENT_GAP", "_XLDUDF_rent_gap"]) {
    const [call] = await calls(`=${name}(A1)`);
    expect(call).toMatchObject({ definition: { id: "RENT_GAP" }, args: { gross_yield: 0.0237 } });
  }
});

test("callsIn() finds the calls in a LAMBDA that is called where it stands", async () => {
  const [gap] = await calls("=LAMBDA(x,RENT_GAP(x))(A1)");
  expect(gap?.definition.id).toBe("RENT_GAP");
});

test("callsIn() knows Excel's spelling of functions whose add-in is not loaded, prefixed or not", async () => {
  const ids = async (formula: string) => (await calls(formula)).map(({ definition }) => definition.id);
  expect(await ids("=_xldudf_RENT_GAP(A1)+_xldudf_SND_HPI_BAND(50)+_xlfn._xldudf_HPI(B2:B3,B2:B3)")).toEqual([
    "RENT_GAP",
    "HPI_BAND",
    "HPI",
  ]);
  expect(await ids("=SND_HPI_BAND(50)")).toEqual([]);
});

test("callsIn() gives every argument as it is written with what stands for it", async () => {
  const [gap] = await calls("=RENT_GAP(A1,AVERAGE(A1,0.02))");
  expect(gap?.given.map(({ source }) => source)).toEqual(["A1", "AVERAGE(A1,0.02)"]);
  expect(gap?.given[0]?.value).toBe(0.0237);
  expect(gap?.given[1]?.value).toBeInstanceOf(NotKnown);
});

test("typedName() spells a function as a user types it", () => {
  expect(["_xldudf_HPI", "_xldudf_SND_HPI_BAND", "SND.HPI", "_xlfn.LET"].map(typedName)).toEqual([
    "HPI",
    "SND.HPI_BAND",
    "SND.HPI",
    "_xlfn.LET",
  ]);
});
