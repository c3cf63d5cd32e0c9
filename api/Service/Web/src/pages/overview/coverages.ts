/** The four kinds of coverage, in the order in which an office names them, each with a colour and a line of its own. */
export const coverages = [
  { field: 'organizationCoverage', word: 'organization', color: 's1', line: 'solid', indicator: 'I01' },
  { field: 'workCoverage', word: 'work', color: 's2', line: 'solid', indicator: 'I02' },
  { field: 'strongCoverage', word: 'strong', color: 's3', line: 'dashed', indicator: null },
  { field: 'effectiveCoverage', word: 'effective', color: 's4', line: 'dotted', indicator: 'I08' },
] as const;

export type Coverage = (typeof coverages)[number];
