/**
 * The arithmetic of an explanation, worked out from its text alone as a reader would: numbers with separators, %, + − × / ^,
 * ln, max, min, ⌈x⌉, |x|, comparisons, AND, NOT. Each written number stands for all that are written so.
 */

/** All that a rounded number may be. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** From the numbers as written. */
  readonly written: number;
}

export type Worked = Interval | boolean;

/** Half a unit of the last digit that a number of this size is written with: six digits, two decimals at least. */
export function halfUnit(text: string): number {
  const number = Number(text.replaceAll(",", "").replace("−", "-"));
  if (number === 0) return 0;
  const size = Math.floor(Math.log10(Math.abs(number)));
  if (text.includes("E")) return 0.5 * 10 ** (size - 5);
  const decimals = Math.max(2, 5 - size, text.split(".")[1]?.length ?? 0);
  return 0.5 * 10 ** -decimals;
}

const pattern =
  /\s*(\d{4}-\d{2}(?!\d)|(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:E[−+]?\d+)?|ln|max|min|AND|NOT|TRUE|FALSE|[-+−×/^()|⌈⌉%,≤<≥>=])/gy;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const [, token] = pattern.exec(text) ?? [];
    if (token === undefined) throw new Error(`"${text}" cannot be worked out from "${text.slice(at)}"`);
    tokens.push(token);
  }
  return tokens;
}

/** What is added in words: how many addends one number stands for, and that a list has more between its ends. */
const remarks = / ?(?:\(\d+ more\)|（另 \d+ 项）)|…, /g;

/** @param half what half a unit is, where numbers are written to a fixed decimal */
export function workOut(text: string, half: (text: string) => number = halfUnit): Worked {
  const reader = new Reader(tokensOf(text.replace(remarks, "").trimEnd()), half);
  return reader.whole();
}

const exactly = (value: number): Interval => ({ low: value, high: value, written: value });

function over(a: Interval, b: Interval, how: (a: number, b: number) => number): Interval {
  const ends = [how(a.low, b.low), how(a.low, b.high), how(a.high, b.low), how(a.high, b.high)];
  return { low: Math.min(...ends), high: Math.max(...ends), written: how(a.written, b.written) };
}

function each(a: Interval, how: (value: number) => number): Interval {
  const ends = [how(a.low), how(a.high)];
  return { low: Math.min(...ends), high: Math.max(...ends), written: how(a.written) };
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "≤": (a, b) => a <= b,
  "<": (a, b) => a < b,
  "≥": (a, b) => a >= b,
  ">": (a, b) => a > b,
  "=": (a, b) => a === b,
};

class Reader {
  readonly #tokens: string[];
  readonly #half: (text: string) => number;

  constructor(tokens: string[], half: (text: string) => number) {
    this.#tokens = tokens;
    this.#half = half;
  }

  whole(): Worked {
    let value = this.#condition();
    while (this.#takes("AND")) {
      const next = this.#condition();
      value = Boolean(value) && Boolean(next);
    }
    if (this.#tokens.length > 0) throw new Error(`"${this.#tokens.join(" ")}" is left over`);
    return value;
  }

  #condition(): Worked {
    if (this.#takes("NOT")) return !this.#condition();
    if (this.#takes("TRUE")) return true;
    if (this.#takes("FALSE")) return false;
    let left = this.#sum();
    let holds: boolean | undefined;
    for (;;) {
      const compare = comparisons[this.#tokens[0] ?? ""];
      if (compare === undefined) return holds ?? left;
      this.#tokens.shift();
      const right = this.#sum();
      holds = holds !== false && compare(left.written, right.written);
      left = right;
    }
  }

  #sum(): Interval {
    let value = this.#product();
    for (;;) {
      if (this.#takes("+")) value = over(value, this.#product(), (a, b) => a + b);
      else if (this.#takes("−")) value = over(value, this.#product(), (a, b) => a - b);
      else return value;
    }
  }

  #product(): Interval {
    let value = this.#power();
    for (;;) {
      if (this.#takes("×")) value = over(value, this.#power(), (a, b) => a * b);
      else if (this.#takes("/")) value = over(value, this.#power(), (a, b) => a / b);
      else return value;
    }
  }

  #power(): Interval {
    if (this.#takes("−")) return each(this.#power(), (a) => -a);
    const base = this.#share();
    return this.#takes("^") ? over(base, this.#power(), (a, b) => Math.max(0, a) ** b) : base;
  }

  #share(): Interval {
    const value = this.#atom();
    return this.#takes("%") ? each(value, (a) => a / 100) : value;
  }

  #atom(): Interval {
    const token = this.#tokens.shift() ?? "";
    switch (token) {
      case "(":
        return this.#until(")");
      case "|":
        return each(this.#until("|"), Math.abs);
      case "⌈":
        return each(this.#until("⌉"), Math.ceil);
      case "ln":
        this.#takes("(");
        return each(this.#until(")"), Math.log);
      case "max":
      case "min":
        return this.#extreme(token === "max" ? Math.max : Math.min);
      default:
        return /^\d{4}-\d{2}$/.test(token) ? exactly(monthNumber(token)) : this.#number(token);
    }
  }

  #number(token: string): Interval {
    const value = Number(token.replaceAll(",", "").replace("−", "-"));
    if (!Number.isFinite(value) || token === "") throw new Error(`"${token}" is no number`);
    const half = this.#half(token);
    return { low: value - half, high: value + half, written: value };
  }

  #extreme(of: (...values: number[]) => number): Interval {
    this.#takes("(");
    let value = this.#sum();
    while (this.#takes(",")) value = over(value, this.#sum(), of);
    this.#takes(")");
    return value;
  }

  #until(end: string): Interval {
    const value = this.#sum();
    if (!this.#takes(end)) throw new Error(`"${end}" is missing before "${this.#tokens.join(" ")}"`);
    return value;
  }

  #takes(token: string): boolean {
    if (this.#tokens[0] !== token) return false;
    this.#tokens.shift();
    return true;
  }
}

/** Months since the year 0, so that months are added as numbers. */
export function monthNumber(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return year * 12 + number - 1;
}
