/** Where the pages begin: a proxy may show them below a path. What is built lies in `assets/` there. */
export const base: string = import.meta.env.DEV ? '/' : new URL('..', import.meta.url).pathname;

/** An address of the service, given as if it were at the top. */
export const at = (path: string) => base + path.slice(1);
