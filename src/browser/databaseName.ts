/** The name of the IndexedDB database for data that must survive a browser crash. The database exists only while it has records. */
export const DATABASE = 'scorelet';
