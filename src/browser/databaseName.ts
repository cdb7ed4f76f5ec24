/** The database for what must survive a kill of the browser. It exists only while it has records. */
export const DATABASE = 'scorelet';
