/** The mode of a client: live, test, preview or off. When the client is created, it resolves the option `auto` to one of these modes. */
export type Mode = 'live' | 'preview' | 'test' | 'off';
