/** Where LibreOffice is. */
import { spawnSync } from "node:child_process";

const programs = ["soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/** The program's name or path; undefined where it is not installed. */
export const libreOffice = programs.find((name) => spawnSync(name, ["--version"]).status === 0);
