/** The mode of a client. The client resolves the option `auto` to one of these modes when it is created. */
export type Mode = 'live' | 'preview' | 'test' | 'off';
