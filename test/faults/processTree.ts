import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Lists the processes of this machine (Linux). One that ends meanwhile is left out. */
const listProcesses = (): Process[] =>
  readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // The name in brackets may hold spaces; the parent is the second word after it.
      const parent = Number(
        readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')[1],
      );
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(name), parent, command }];
    } catch {
      return [];
    }
  });

/** Returns a process and all that come from it, the youngest last. */
export const treeOf = (root: number): Process[] => {
  const all = listProcesses();
  const tree = all.filter(({ pid }) => pid === root);
  for (const member of tree) tree.push(...all.filter(({ parent }) => parent === member.pid));
  return tree;
};

/** Returns the process whose command line holds a text, and whose parent's does not. */
export const findRoot = (text: string): number | undefined => {
  const all = listProcesses().filter(({ command, pid }) => command.includes(text) && pid !== process.pid);
  return all.find(({ parent }) => !all.some(({ pid }) => pid === parent))?.pid;
};

export const kill = (pids: readonly number[]): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }
};

/** Kills a process and all that come from it. No signal that could be handled: this is a power cut, not a goodbye. */
export const killTree = (root: number): void => kill(treeOf(root).map(({ pid }) => pid));
