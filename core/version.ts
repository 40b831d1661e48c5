/** The version of the package: what workbooks and pages write beside their numbers. package.json says the same. */
export const version = "0.1.0";
