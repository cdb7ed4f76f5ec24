import { transformSync } from 'oxc-transform';

/** Removes types and converts JSX to `h()` calls. `tsc` checks the types separately. */
export const typescript = () => ({
  name: 'typescript',
  transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null;
    const result = transformSync(id, code, {
      sourcemap: true,
      target: 'es2022',
      jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
      typescript: { onlyRemoveTypeImports: true },
    });
    if (result.errors.length > 0) this.error(result.errors[0].message);
    return { code: result.code, map: result.map ?? null };
  },
});
