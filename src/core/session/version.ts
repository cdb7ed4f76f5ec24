/** The version of scorelet in every event. A test compares it with package.json. */
export const VERSION = '0.1.0';
