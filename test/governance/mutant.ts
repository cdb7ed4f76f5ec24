/** A plausible bug: one module in which some exports are changed. */
export interface Mutant {
  readonly name: string;
  /** The path of the module, from the root of the repository. */
  readonly module: string;
  /** Functions by export name that take the original export and return the changed one. */
  readonly changes: Readonly<Record<string, (original: never) => unknown>>;
}

/** Allows a constant number to become another number. */
type Changed<Export> = Export extends number ? number : Export;
type Changes<Module> = { readonly [Name in keyof Module]?: (original: Module[Name]) => Changed<Module[Name]> };

/** Describes a mutant: `mutate<typeof import('../../src/file.ts')>('a bug', 'src/file.ts', { toThing: (toThing) => … })`. */
export const mutate = <Module>(name: string, module: string, changes: Changes<Module>): Mutant => ({
  name,
  module,
  changes: changes as Mutant['changes'],
});
