import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';

/** How a module imports another: its code, only its types, or its code with `import()`. */
export type ImportKind = 'code' | 'types' | 'later';

export interface SourceImport {
  readonly from: string;
  /** The file of a relative import, or the package name as written. */
  readonly to: string;
  readonly isOurs: boolean;
  readonly kind: ImportKind;
}

/** Lists the TypeScript files in a folder. */
export const listSources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

/** Returns true for an import that binds only types. An import that binds nothing runs the module. */
const isTypeOnly = (specifiers: readonly { readonly isType: boolean }[]): boolean =>
  specifiers.length > 0 && specifiers.every(({ isType }) => isType);

/** Lists all imports of a file, including re-exports, `import()` and `typeof import()`. */
export const readImports = (file: string): SourceImport[] => {
  const found: SourceImport[] = [];
  const add = (target: string, kind: ImportKind) => {
    const isOurs = target.startsWith('.');
    found.push({ from: file, to: isOurs ? path.join(path.dirname(file), target) : target, isOurs, kind });
  };
  const { program, module, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  for (const { moduleRequest, entries } of module.staticImports) {
    add(moduleRequest.value, isTypeOnly(entries) ? 'types' : 'code');
  }
  for (const { entries } of module.staticExports) {
    const [first] = entries;
    if (first?.moduleRequest) add(first.moduleRequest.value, isTypeOnly(entries) ? 'types' : 'code');
  }
  new Visitor({
    ImportExpression({ source }) {
      // A specifier that is computed at run time does not refer to a file of this repository.
      if (source.type === 'Literal') add(`${source.value}`, 'later');
    },
    TSImportType({ source }) {
      add(source.value, 'types');
    },
  }).visit(program);
  return found;
};

/** A directed graph: for each node, the nodes that it points to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

export const toGraph = (edges: readonly (readonly [from: string, to: string])[]): Graph => {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    const targets = graph.get(from) ?? new Set<string>();
    graph.set(from, targets.add(to));
  }
  return graph;
};

/** Returns a shortest path from a node back to itself. */
const findCycleThrough = (graph: Graph, start: string): string[] | undefined => {
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (const node of waiting) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [start];
        for (let at = node; at !== start; at = `${cameFrom.get(at)}`) way.splice(1, 0, at);
        return [...way, start];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      waiting.push(next);
    }
  }
  return undefined;
};

/** Returns a shortest cycle through each node on a cycle, without repeating cycles. */
export const findCycles = (graph: Graph): string[] => {
  const seen = new Set<string>();
  const cycles: string[] = [];
  for (const node of graph.keys()) {
    const cycle = findCycleThrough(graph, node);
    const members = cycle && [...new Set(cycle)].sort().join(' ');
    if (!members || seen.has(members)) continue;
    seen.add(members);
    cycles.push(cycle.join(' → '));
  }
  return cycles;
};
