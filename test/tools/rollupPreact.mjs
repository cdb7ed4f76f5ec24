/**
 * Builds Preact from its own sources without what the prompt never uses: state, class components, hydration, suspense,
 * portals, refs, context, error boundaries, namespaces, reordering, inner HTML. The prompt is plain functions drawn from
 * the root, so this is the same Preact in half the bytes, and no `innerHTML` is left for a CSP gate to find.
 * Every cut must match exactly once, so that a new Preact fails the build instead of changing what it does.
 * Only the script-tag builds use this; the npm build imports Preact as it is.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(path.dirname(createRequire(import.meta.url).resolve('preact/package.json')), 'src');

/** Arguments that carry only what was taken out. In Preact's sources each stands on a line of its own, or last. */
const GONE = 'globalContext|namespace|excessDomChildren|commitQueue|isHydrating|refQueue|options';
const ARGUMENTS = new RegExp(`^\\t+(${GONE}),?\\n|, namespace(?=\\))`, 'gm');
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** Cuts from the start of one marker to the start of the next; `''` cuts to the end. */
const CUTS = {
  'diff/index.js': [
    ['\t// If the previous diff bailed out', "\touter: if (typeof newType == 'function') {", ''],
    [
      '\t\tlet oldCommitQueueLength',
      '\t} else {\n\t\toldDom = newVNode._dom = diffElementNodes(',
      `		tmp = newType(newVNode.props);
		tmp = tmp && tmp.type === Fragment && tmp.key == NULL ? tmp.props.children : tmp;
		oldDom = diffChildren(parentDom, isArray(tmp) ? tmp : [tmp], newVNode, oldVNode, oldDom);
`,
    ],
    ['\tif ((tmp = options.diffed)) tmp(newVNode);', '\n\treturn oldDom;\n}\n\n/**\n * Find the closing', ''],
    ['/**\n * Find the closing marker', '/**\n * Diff two virtual nodes representing DOM element', ''],
    ['\t// Tracks entering and exiting namespaces', '\tif (!dom) {\n', ''],
    ['\t\tconst doc = parentDom.ownerDocument', '\t\tif (!nodeType) {\n\t\t\treturn', '\t\tconst doc = document;\n'],
    [
      '\t\t// Without `is`, the parent doubles',
      '\t}\n\n\tif (!nodeType) {\n\t\t// During hydration',
      '\t\tdom = doc.createElement(nodeType);\n',
    ],
    [
      '\t\tif (oldProps !== newProps && (!isHydrating',
      '\t} else {\n\t\t// A <template>',
      '\t\tif (oldProps !== newProps) dom.data = newProps;\n',
    ],
    ['\t\t// A <template> holds', '\t\tfor (i in oldProps) {', '\t\tparentDom = dom;\n'],
    ["\t\t\tif (i == 'dangerouslySetInnerHTML') {\n\t\t\t\toldHtml", "\t\t\t\ti != 'children' &&", '\t\t\tif (\n'],
    ["\t\t\t} else if (i == 'dangerouslySetInnerHTML') {\n\t\t\t\tnewHtml", "\t\t\t} else if (i == 'value') {", ''],
    ["\t\t\t\t(!isHydrating || typeof value == 'function') &&\n", '\t\t\t\toldProps[i] !== value', ''],
    [
      "\t\t// If the new vnode didn't have dangerouslySetInnerHTML",
      "\t\t\ti = 'value';",
      `		diffChildren(
			parentDom,
			isArray(newChildren) ? newChildren : [newChildren],
			newVNode,
			oldVNode,
			oldVNode._children && getDomSibling(oldVNode, 0)
		);
		{
`,
    ],
    ["\t\t\tif (nodeType == 'progress' && inputValue", '\t\t\t\tinputValue != UNDEFINED', '\t\t\tif (\n'],
    [
      "(inputValue !== dom[i] || (nodeType == 'progress' && !inputValue))",
      '\n\t\t\t) {\n\t\t\t\tsetProperty(dom, i, inputValue',
      'inputValue !== dom[i]',
    ],
    [
      '\tlet r, end, nodes;',
      '\tvnode._dom = vnode._component',
      `	let r;
	if ((r = vnode._children)) {
		for (let i = 0; i < r.length; i++) {
			if (r[i]) unmount(r[i], parentVNode, typeof vnode.type != 'function' || skipRemove);
		}
	}
	if (!skipRemove) removeNode(vnode._dom);
`,
    ],
    ['/** The `.render()` method', '', ''],
    ['/**\n * Invoke or update a ref', '/**\n * Unmount a virtual node from the tree', ''],
  ],
  'diff/children.js': [
    ['\t\t// A ref detached while its subtree', '\t\tfirstChildDom = firstChildDom', ''],
    [
      '\t\tif (childVNode._flags & INSERT_VNODE) {\n\t\t\toldDom = insert(childVNode, oldDom, parentDom, !oldVNode._original);',
      '\t\t\t// When a matched VNode',
      '\t\tif (childVNode._flags & INSERT_VNODE) {\n\t\t\toldDom = insert(childVNode, oldDom, parentDom);\n',
    ],
    ['\t\t// If this newVNode is being reused', '\t\telse if (\n\t\t\ttypeof childVNode !=', ''],
    [
      '\t\t} else if (childVNode.constructor === VNODE_MARKER && childVNode._depth) {',
      '\t\t} else {\n\t\t\tnewChildren[i] = childVNode;',
      '',
    ],
    // Nothing in the prompt changes places: a child is matched with the one that stood there before it, or with none.
    [
      '\t\tconst matchingIndex = (childVNode._index = findMatchingIndex(',
      '\t\toldVNode = NULL;\n\t\t// ~matchingIndex',
      `		const matchingIndex = (childVNode._index =
			oldChildren[i] && oldChildren[i].key == childVNode.key && oldChildren[i].type == childVNode.type ? i : -1);
`,
    ],
    [
      '\t\tif (!oldVNode || !oldVNode._original) {\n\t\t\tif (!~matchingIndex)',
      '\t// Remove remaining oldChildren',
      "\t\tif (!oldVNode && typeof childVNode.type != 'function') childVNode._flags |= INSERT_VNODE;\n\t}\n",
    ],
    ['\t\tconst skewedIndex = i + skew;\n', '\t\tchildVNode._parent = newParentVNode;', ''],
    ['\tlet skew = 0;\n', '\t// Hoisted: every', ''],
    ['/**\n * @param {VNode} childVNode\n * @param {VNode[]} oldChildren', '', ''],
    [
      '\t// Note: VNodes in nested suspended trees',
      '/**\n * Flatten and loop through',
      `	if (typeof parentVNode.type == 'function') {
		parentVNode._children.some(child => {
			if (child) {
				child._parent = parentVNode;
				oldDom = insert(child, oldDom, parentDom);
			}
		});
		return oldDom;
	}
	if (parentVNode._dom != oldDom) parentDom.insertBefore(parentVNode._dom, oldDom || NULL);
	return parentVNode._dom.nextSibling;
}

`,
    ],
  ],
  // Only the search for a neighbour in the DOM is left of components.
  'component.js': [
    [
      'import { commitRoot, diff }',
      "/**\n * @param {import('./internal').VNode} vnode\n * @param {number | null} [childIndex]",
      '',
    ],
    ['/**\n * Trigger in-place re-rendering', '', ''],
  ],
  'diff/props.js': [
    ["\tif (name == 'style') {", "if (name[0] == 'o'", '\t'],
    ['\t\tif (namespace == SVG_NAMESPACE) {', "\t\t\tname != 'width' &&", '\t\tif (\n'],
    ["\t\t\tname != 'rowSpan' &&", "\t\t\tname != 'role' &&", ''],
    ["\t\t\tname != 'popover' &&\n", '\t\t\tname in dom\n', ''],
    ["name == 'popover' && value == true ? '' : value", ');\n\t\t} else {\n\t\t\tdom.removeAttribute', 'value'],
    ["\t\t\tuseCapture = name != (name = name.replace(CAPTURE_REGEX, '$1'));\n", '\n\t\t\t// Infer correct casing', ''],
    ['options.event ? options.event(e) : e', ');\n\t\t}\n\t};\n}', 'e'],
  ],
  // Hooks for add-ons, of which there are none here.
  'options.js': [['import { _catchError }', 'export default', 'const options = {};\n']],
  'create-element.js': [
    [
      "\t\telse if (i == 'ref' && typeof type != 'function') ref = props[i];\n\t\telse normalizedProps[i] = props[i];\n\t}\n\n\tif (length > 2) {\n\t\tnormalizedProps.children = length > 3 ? slice.call(arguments, 2) : children;\n\t}\n\n\treturn createVNode(type, ",
      '/**\n * Clones the given VNode',
      `		else normalizedProps[i] = props[i];
	}
	if (length > 2) normalizedProps.children = length > 3 ? slice.call(arguments, 2) : children;
	return createVNode(type, normalizedProps, key);
}
`,
    ],
    ['\t// Only invoke the vnode hook', '\treturn vnode;\n}\n\nexport function createRef', ''],
  ],
  'render.js': [
    ['\tif (options._root)', '\t// To be able to support calling', ''],
    [
      '\tlet oldVNode = isHydrating ? NULL',
      '\n\tparentDom._children = createVNode',
      '\tlet oldVNode = parentDom._children;\n',
    ],
    [
      '\t// List of effects',
      '\t// The live children are tracked',
      `	diff(parentDom, parentDom._children, oldVNode || EMPTY_OBJ, oldVNode && oldVNode._dom);
`,
    ],
    ['/**\n * Update an existing DOM element', '', ''],
  ],
};

const cutOne = (code, [from, to, instead], file) => {
  const start = code.indexOf(from);
  if (start < 0 || code.indexOf(from, start + 1) >= 0)
    throw new Error(`Preact has changed: ${file} should have once: ${from}`);
  const end = to ? code.indexOf(to, start + from.length) : code.length;
  if (end < 0) throw new Error(`Preact has changed: ${file} should have after it: ${to}`);
  return code.slice(0, start) + instead + code.slice(end);
};

/** Returns a source of Preact with its cuts made. */
const cut = (file) => {
  const code = readFileSync(path.join(root, file), 'utf8');
  const shorter = (CUTS[file] ?? [])
    .reduce((rest, edit) => cutOne(rest, edit, file), code)
    .replace(ARGUMENTS, '')
    .replace(/^import options .*\n/m, '');
  const left = file === 'options.js' ? null : shorter.replace(COMMENTS, '').match(new RegExp(`\\b(${GONE})\\b`));
  if (left) throw new Error(`Preact has changed: ${file} still uses ${left[0]}`);
  return shorter;
};

const ENTRY = '\0preact';

export const smallPreact = () => ({
  name: 'small-preact',
  resolveId(id, importer) {
    if (id === 'preact') return ENTRY;
    if (importer?.startsWith(root) && id.startsWith('.')) {
      const file = path.resolve(path.dirname(importer), id);
      return `${file.endsWith('.js') ? file : `${file}.js`}`;
    }
    return undefined;
  },
  load(id) {
    if (id === ENTRY) {
      const at = (file) => JSON.stringify(path.join(root, file));
      return `export { createElement as h, Fragment } from ${at('create-element.js')}; export { render } from ${at('render.js')};`;
    }
    return id.startsWith(root) ? cut(path.relative(root, id)) : undefined;
  },
});
