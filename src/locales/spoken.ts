/**
 * Finds the first language we speak in a list such as `de-at,en`, lower case: by its own name, its old name, or its script.
 * Pairs of letters stand together as they save most: every page that has the script tag carries this line.
 */
export const SPOKEN =
  /(^|,)(ar|cs|d[ae]|e[lns]|f[air]|h[eiu]|i[dntw]|ja|ko|n[blno]|pl|pt(-pt)?|r[ou]|sv|t[hr]|uk|vi|zh(-(hant|tw|hk|mo))?)(?![a-z])/;
