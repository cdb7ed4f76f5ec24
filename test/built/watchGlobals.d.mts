export declare const watchGlobals: () => () => { read: string[]; changed: string[] };
