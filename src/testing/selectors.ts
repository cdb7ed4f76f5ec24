/** CSS selectors of the elements of a prompt. They use structure, `part` names and values, and work in every language. */
export const HOST = 'scorelet-prompt';
/** The region or dialog. It is hidden in a prompt that is folded into a tab. */
export const LAYER = ':is(section, dialog).layer';
export const TAB = '[part~="tab"]';
export const SCORES = '[part~="scale"] input[type="radio"]';
export const COMMENT = 'textarea[part~="comment"]';
/** The selector starts with `button`, because the link of an ending has the same part name. */
export const SUBMIT = 'button[part~="submit"]';
export const LATER = '[part~="later"]';
export const NEVER = '[part~="never"]';
export const CLOSE = '[part~="close"]';
