import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Lists the processes of this machine (Linux only). Processes that end during the listing are left out. */
const listProcesses = (): Process[] =>
  readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // The process name is in parentheses and may contain spaces. The parent's id is the second field after it.
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

/** Returns a process and all its descendants. Parents come before their children. */
export const treeOf = (root: number): Process[] => {
  const all = listProcesses();
  const tree = all.filter(({ pid }) => pid === root);
  for (const member of tree) tree.push(...all.filter(({ parent }) => parent === member.pid));
  return tree;
};

/** Returns the id of the topmost process whose command line contains a text. */
export const findRoot = (text: string): number | undefined => {
  const all = listProcesses().filter(({ command, pid }) => command.includes(text) && pid !== process.pid);
  return all.find(({ parent }) => !all.some(({ pid }) => pid === parent))?.pid;
};

/** Sends SIGKILL to processes. */
export const kill = (pids: readonly number[]): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // The process has already ended.
    }
  }
};

/** Kills a process and all its descendants with SIGKILL, which they cannot handle: this simulates a crash or a power cut. */
export const killTree = (root: number): void => kill(treeOf(root).map(({ pid }) => pid));
