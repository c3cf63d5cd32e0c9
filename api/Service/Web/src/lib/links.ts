/** An identity has signs that an address does not take as they are. */
export const societyPath = (id: string) => `/societies/${encodeURIComponent(id)}`;
export const branchPath = (id: string) => `/branches/${encodeURIComponent(id)}`;
export const entryPath = (id: string) => `/assessment/entries/${encodeURIComponent(id)}`;
