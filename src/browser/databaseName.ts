/** The IndexedDB database for data that must survive a crash of the browser. It exists only while it has records. */
export const DATABASE = 'scorelet';
