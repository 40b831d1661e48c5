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
      --startup-timeout S                of the kernel, until it answers
      --report json|junit FILE           what ran and what failed, for machines
  soundings cards [--cities A,B]         a page per city through all four lenses, and an index; -p, --output, --jobs as run
  soundings new NAME                     a small notebook to start from, which runs as it is
  soundings page NOTEBOOK|FOLDER         one HTML file of an executed notebook; of a folder, all of them and an index
      --output FILE|FOLDER  --pdf        where to (default: beside it), and a PDF through Chrome or Chromium
  soundings check [NOTEBOOK …]           run the notebooks and compare with the outputs committed in them
      --update  --stale                  write fresh outputs into them; or only look whether they may be old
  soundings kernel install|uninstall     offer the notebook kernel to JupyterLab and VS Code, or take it away
  soundings addin build --url https://host/path   a folder to put on a web server, for Excel in a company
  soundings addin sideload               put the add-in into Excel on this machine by Microsoft's tool, or say how
      --take-out  --by-hand  --dry-run   out again; without the tool; only say what would be done
  soundings addin wps                    the functions for WPS Office
  soundings workbook [--out FILE]        soundings-examples.xlsx: every function in use
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
    case "kernel":
      return (await import("./kernel.js")).kernel(rest);
    case "addin":
      return (await import("./addin.js")).addin(rest);
    case "workbook":
      return (await import("./addin.js")).workbook(rest);
    case "bench":
      return (await import("./bench/run.js")).bench();
    case "run":
      return (await import("./run.js")).run(rest);
    case "cards":
      return (await import("./cards.js")).cards(rest);
    case "check":
      return (await import("./check.js")).check(rest);
    case "new":
      return (await import("./new.js")).create(rest);
    case "page":
      return (await import("./page.js")).page(rest);
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
