/**
 * Builds Preact from its own sources without what the prompt never uses: components (the prompt's are called as the plain
 * functions they are), fragments, hydration, suspense, portals, refs, context, error boundaries, namespaces, inner HTML,
 * and children that change places. What is left is createElement, the diff of elements in place, and setProperty: a
 * quarter of the bytes, and no `innerHTML` for a CSP gate to find.
 * Every cut must match exactly once, so that a new Preact fails the build instead of changing what it does.
 * Only the script-tag builds use this; the npm build imports Preact as it is.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(path.dirname(createRequire(import.meta.url).resolve('preact/package.json')), 'src');

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g;
/** What must be gone when all cuts are made. */
const GONE =
  /\b(globalContext|namespace|excessDomChildren|commitQueue|isHydrating|refQueue|options|Fragment|ref|innerHTML|dangerouslySetInnerHTML)\b/;

/** Cuts from the start of one marker to the start of the next; `''` cuts to the end. */
const CUTS = {
  'diff/index.js': [
    ['import { BaseComponent', 'import { diffChildren }', "import { NULL, EMPTY_OBJ } from '../constants';\n"],
    ['/**\n * @typedef', '/**\n * Diff two virtual nodes representing DOM element', ''],
    ['function diffElementNodes(', '\n\tlet oldProps', 'export function diffElementNodes(dom, newVNode, oldVNode) {'],
    ['\t/** @type {any} */\n\tlet i;', '\t// Tracks entering', '\tlet i, newChildren, value;\n'],
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
    // An element has the same properties each time it is drawn: none is left over from before. What a person writes or
    // checks is compared with what is there, everything else with what was drawn.
    [
      '\t\t// A <template> holds',
      '/**\n * Invoke or update a ref',
      `		for (i in newProps) {
			value = newProps[i];
			if (i == 'children') newChildren = value;
			else if ((i == 'value' || i == 'checked' ? dom[i] : oldProps[i]) !== value) setProperty(dom, i, value, oldProps[i]);
		}
		diffChildren(dom, newChildren, newVNode, oldVNode);
	}
	return dom;
}
`,
    ],
    ['/**\n * Invoke or update a ref', '', ''],
  ],
  'diff/children.js': [
    [
      'import { diff, unmount',
      '/**\n * Diff the children of a virtual node',
      `import { diffElementNodes } from './index';
import { createVNode } from '../create-element';
import { EMPTY_OBJ, EMPTY_ARR, NULL } from '../constants';
`,
    ],
    [
      'export function diffChildren(',
      '\tlet i,',
      'export function diffChildren(parentDom, renderResult, newParentVNode, oldParentVNode) {\n',
    ],
    ['\t\tnewDom,', '\t// This is a compression', '\t\toldDom = parentDom.firstChild;\n'],
    // A child is matched with the one that stood there before it, or with none: nothing in the prompt changes places.
    [
      '\toldDom = constructNewChildrenArray(',
      '',
      `	let newChildren = (newParentVNode._children = []);
	for (i = 0; i < newChildrenLength || i < oldChildren.length; i++) {
		childVNode = renderResult[i];
		if (childVNode == NULL || typeof childVNode == 'boolean') childVNode = NULL;
		else if (typeof childVNode != 'object') childVNode = createVNode(NULL, childVNode);
		oldVNode = oldChildren[i];
		if (oldVNode && !(childVNode && oldVNode.key == childVNode.key && oldVNode.type == childVNode.type)) {
			if (oldDom == oldVNode._dom) oldDom = oldDom.nextSibling;
			oldVNode._dom.remove();
			oldVNode = NULL;
		}
		if ((newChildren[i] = childVNode)) {
			childVNode._dom = diffElementNodes(oldVNode && oldVNode._dom, childVNode, oldVNode || EMPTY_OBJ);
			if (!oldVNode) parentDom.insertBefore(childVNode._dom, oldDom);
			oldDom = childVNode._dom.nextSibling;
		}
	}
}
`,
    ],
  ],
  'diff/props.js': [
    ['import { NULL, SVG_NAMESPACE }', '/**\n * Set a property value', "import { NULL } from '../constants';\n"],
    [
      'export function setProperty(dom, name, value, oldValue, namespace)',
      ' {\n\tlet useCapture',
      'export function setProperty(dom, name, value, oldValue)',
    ],
    ['\tlet useCapture;', "if (name[0] == 'o'", '\t'],
    // A handler stays as long as its element, and no element appears above the one where an event is on its way.
    [
      "\t\tif (typeof value != 'function') value = NULL;",
      '\n\t} else {\n\t\tif (namespace',
      `		(dom._listeners || (dom._listeners = {}))[name] = value;
		if (!oldValue) dom.addEventListener(name.slice(2).toLowerCase(), e => dom._listeners[name](e));`,
    ],
    [
      '\t\tif (namespace == SVG_NAMESPACE) {',
      '',
      `		if (name in dom) dom[name] = value;
		else if (value != NULL) dom.setAttribute(name, value);
		else dom.removeAttribute(name);
	}
}
`,
    ],
  ],
  'create-element.js': [
    ['import { assign, slice }', '/**\n * Create an virtual node', "import { NULL } from './constants';\n"],
    // Children are one flat list, whether they were written out or mapped.
    [
      'export function createElement(type, props, children) {',
      '/**\n * Clones the given VNode',
      `export function createElement(type, props, ...children) {
	const { key, ...normalizedProps } = { ...props, children: children.flat() };
	return createVNode(type, normalizedProps, key);
}
`,
    ],
    ['/**\n * Clones the given VNode', '/**\n * Create a VNode', ''],
    [
      'export function createVNode(',
      '',
      'export const createVNode = (type, props, key) => ({ type, props, key, _children: NULL, _dom: NULL });\n',
    ],
  ],
  'render.js': [
    [
      'import { EMPTY_OBJ',
      '/**\n * Render a Preact',
      `import { EMPTY_OBJ } from './constants';
import { diffChildren } from './diff/children';
import { createVNode } from './create-element';
`,
    ],
    ['\tif (options._root)', '\t// To be able to support calling', ''],
    [
      '\tlet oldVNode = isHydrating ? NULL',
      '',
      `	let oldVNode = parentDom._children || EMPTY_OBJ;
	diffChildren(parentDom, [vnode], (parentDom._children = createVNode()), oldVNode);
}
`,
    ],
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
  const shorter = (CUTS[file] ?? []).reduce((rest, edit) => cutOne(rest, edit, file), code);
  const left = CUTS[file] && shorter.replace(COMMENTS, '').match(GONE);
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
      return `export { createElement as h } from ${at('create-element.js')}; export { render } from ${at('render.js')};`;
    }
    return id.startsWith(root) ? cut(path.relative(root, id)) : undefined;
  },
});
