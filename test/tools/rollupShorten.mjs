/**
 * Writes the script-tag builds in fewer different words before their names are shortened: what gzip has seen before costs next
 * to nothing. `const` is `let`, a template is a sum (nothing in ours is an object that would print in another way), and one
 * name taken out of an object is that property.
 */
import { walk } from 'estree-walker';
import MagicString from 'magic-string';
import { minifySync } from 'oxc-minify';

/**
 * Names of ours that the DOM has too, for which the minifier would keep them. Whoever adds one must know that no script-tag
 * build means the platform's, and that nobody outside hears it.
 */
const OURS = new Set(
  'drop adopt kept urgent wake allow allowed speak view display write said touched committed present mount persist asked state broken subscribe'.split(
    ' ',
  ),
);

const toSum = (text, { start, end, quasis, expressions }) => {
  const [first, second] = quasis.map(({ value }) => value.cooked);
  text.update(start, expressions[0].start, first || !second ? `(${JSON.stringify(first)}+(` : '((');
  quasis.slice(1).forEach(({ value }, index) => {
    const words = value.cooked && `+${JSON.stringify(value.cooked)}`;
    const next = expressions[index + 1];
    text.update(expressions[index].end, next?.start ?? end, next ? `)${words}+(` : `)${words})`);
  });
};

const isOneName = ({ id, init }) => {
  if (!init || id.type !== 'ObjectPattern' || id.properties.length !== 1) return false;
  const [{ computed, value }] = id.properties;
  return !computed && value?.type === 'Identifier';
};

const shorten = (ours) => ({
  name: 'shorten',
  renderChunk(code) {
    const text = new MagicString(code);
    const mark = (name) => (ours.has(name) ? `${name}_` : name);
    const done = new Set();
    walk(this.parse(code), {
      enter(node, parent) {
        if (done.has(node)) return this.skip();
        if (node.type === 'VariableDeclaration' && node.kind === 'const')
          text.update(node.start, node.start + 5, 'let');
        else if (node.type === 'TemplateLiteral' && node.expressions[0] && parent.type !== 'TaggedTemplateExpression')
          toSum(text, node);
        else if (node.type === 'VariableDeclarator' && isOneName(node)) {
          const [{ key, value }] = node.id.properties;
          text.update(node.id.start, node.id.end, value.name);
          text.prependRight(node.init.start, '(').appendLeft(node.init.end, `).${mark(key.name)}`);
          done.add(node.id);
        } else if (node.type === 'MemberExpression' && !node.computed) {
          if (ours.has(node.property.name)) text.appendLeft(node.property.end, '_');
        } else if (node.type === 'Property' && !node.computed && ours.has(node.key.name)) {
          if (node.shorthand) text.prependRight(node.key.start, `${mark(node.key.name)}:`);
          else text.appendLeft(node.key.end, '_');
        } else if (node.type === 'Literal' && ours.has(node.value))
          throw new Error(`"${node.value}" stands in a string: it can't be a name of ours alone`);
        return undefined;
      },
    });
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
});

/** Finds what is constant, unused or said in a roundabout way. */
const simplify = {
  name: 'simplify',
  renderChunk(code, { fileName }, { format }) {
    const {
      code: simpler,
      map,
      errors,
    } = minifySync(fileName, code, {
      module: format === 'es',
      compress: { target: 'es2022' },
      mangle: false,
      codegen: { removeWhitespace: false },
      sourcemap: true,
    });
    if (errors.length > 0) throw new Error(errors[0].message);
    return { code: simpler, map };
  },
};

/** `names`: whether those of properties are made short afterwards. */
export const writeShort = ({ names }) => {
  const ours = names ? OURS : new Set();
  return [shorten(ours), simplify, shorten(new Set())];
};
