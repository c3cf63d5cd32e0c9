/** Queries that a developer reads first; each is asked when the page opens. */
export const examples = [
  {
    id: 'coverage',
    query: `{
  coverage(by: [CATEGORY]) {
    nodes {
      key { category }
      societies
      organizationCoverage {
        numerator
        denominator
        value
        definition
        source
      }
    }
  }
}`,
  },
  {
    id: 'branches',
    query: `{
  branches(where: { category: { eq: B } }, first: 5) {
    totalCount
    nodes {
      name
      category
      status
      society { name kind }
      committee { name }
    }
  }
}`,
  },
  {
    id: 'rosters',
    query: `{
  rosters {
    nodes {
      title
      document { documentNumber }
      counts { category stated listed missing }
      discrepancies { message }
    }
  }
}`,
  },
] as const;
