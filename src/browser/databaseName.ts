/** The database of what has to survive the browser being killed. It is there while there is something in it. */
export const DATABASE = 'scorelet';
