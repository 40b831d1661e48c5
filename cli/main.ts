/** Which command was asked for. Each command is a module of its own, loaded when it is needed. */

const usage = `soundings — how far below the bottom is

  soundings call NAME argument=value …   one answer as JSON, with its unit and source
  soundings call --batch                 JSON lines in, JSON lines out, in the same order
  soundings help [NAME] [--lang zh]      what a function does, or the list of all
  soundings docs [--check]               write FUNCTIONS.md from the catalogue, or check that it is current
  soundings start [--once] [--port N]    run the notebooks, build the add-in, serve the site on this machine
  soundings run NOTEBOOK …               run notebooks: paths, folders, or names such as 01-hpi
      -p name=value  --params FILE.json  values for the cell tagged "parameters"
      --output DIR|FILE  --html          where to (default: output/), and a page beside each
      --keep-going  --jobs N             go on after a failed cell; how many notebooks at once
      --timeout S  --total-timeout S     of a cell, of a notebook, in seconds
      --report json|junit FILE           what ran and what failed, for machines
  soundings bench                        time the functions beside plain arithmetic; writes docs/BENCH.md
  soundings test [FILTER …]              lint, build and run every test

Exit codes: 0 done (a batch always, refusals being answers); 1 the call was refused, or a test or step failed;
2 the command line was not understood.
`;

/**
 * Run one command.
 * @param argv words after the program's name
 * @returns the process's exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  switch (command) {
    case "call":
      return (await import("./call.js")).call(rest);
    case "help":
      return (await import("./help.js")).help(rest);
    case "docs":
      return (await import("./docs.js")).docs(rest);
    case "bench":
      return (await import("./bench/run.js")).bench();
    case "run":
      return (await import("./run.js")).run(rest);
    case "start":
      return (await import("./start.js")).start(rest);
    case "test":
      return (await import("./test.js")).test(rest);
    case undefined:
    case "--help":
    case "-h":
      process.stdout.write(usage);
      return command === undefined ? 2 : 0;
    default:
      process.stderr.write(`soundings: no command "${command}"\n\n${usage}`);
      return 2;
  }
}
