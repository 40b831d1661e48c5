/** The notebook kernel "Soundings (TypeScript)". Here: what other folders may use of it. It runs as a process of its own. */
export { languageInfo } from "./answers.js";
export { installKernel, kernelsFolder, uninstallKernel } from "./install.js";
export { displayName, kernelCommand, kernelMetadata, kernelName, kernelProgram, writeKernelspec } from "./kernelspec.js";
export { missingFrom, ownModules } from "./own-packages.js";
export { displayHook } from "./streams.js";
export {
  address,
  type Connection,
  type Content,
  decode,
  encode,
  header,
  type Message,
} from "./wire.js";
