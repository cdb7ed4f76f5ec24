/** Where things are in a prompt, in any language: by structure, by the parts that stylesheets may name, and by value. */
export const HOST = 'scorelet-prompt';
/** The region or dialog; a prompt that is folded into a tab has one too, hidden. */
export const LAYER = ':is(section, dialog).layer';
export const TAB = '[part~="tab"]';
export const SCORES = '[part~="scale"] input[type="radio"]';
export const COMMENT = 'textarea[part~="comment"]';
/** The link of an ending looks like a button but is none. */
export const SUBMIT = 'button[part~="submit"]';
export const LATER = '[part~="later"]';
export const NEVER = '[part~="never"]';
export const CLOSE = '[part~="close"]';
