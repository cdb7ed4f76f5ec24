/** Measures how much each folder of `src` adds to a built file: its minified characters, and the gzip bytes saved without them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';

/** Returns the folder of `src`, the package or the top folder to which a file belongs. */
const roomOf = (file) => {
  const [top, room, ...rest] = file.split('/');
  if (top === 'node_modules') return room.startsWith('@') ? `${room}/${rest[0]}` : room;
  if (top !== 'src') return top;
  return rest.length > 0 ? `src/${room}` : file;
};

/** Returns `{ name, minified, gzip }` for each folder of `src`, largest first. `nameOf` maps the path of a file to another grouping. */
export const costsOf = (file, nameOf = roomOf) => {
  const code = readFileSync(file, 'utf8');
  const lines = code.split('\n');
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length + 1);
  const marks = [];
  eachMapping(new TraceMap(readFileSync(`${file}.map`, 'utf8')), ({ generatedLine, generatedColumn, source }) => {
    marks.push({
      at: starts[generatedLine - 1] + generatedColumn,
      name: source ? nameOf(path.posix.join(path.dirname(file), source)) : undefined,
    });
  });
  const ranges = new Map();
  marks.forEach(({ at, name }, index) => {
    const end = marks[index + 1]?.at ?? code.length;
    if (name) ranges.set(name, [...(ranges.get(name) ?? []), [at, end]]);
  });
  const whole = gzipSync(code, { level: 9 }).length;
  return [...ranges]
    .map(([name, cuts]) => {
      let rest = '';
      let from = 0;
      let minified = 0;
      for (const [start, end] of cuts) {
        rest += code.slice(from, start);
        from = end;
        minified += end - start;
      }
      rest += code.slice(from);
      return { name, minified, gzip: whole - gzipSync(rest, { level: 9 }).length };
    })
    .sort((a, b) => b.gzip - a.gzip);
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [file, byModule] = process.argv.slice(2);
  console.table(costsOf(file, byModule ? (module) => module : undefined));
}
