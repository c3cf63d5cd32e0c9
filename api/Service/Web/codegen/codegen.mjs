/** Types for the pages' own documents, from the printed public contract. */
export default {
  schema: '../../../../schema/graphql/public/schema.graphql',
  documents: '../src/**/*.graphql',
  generates: {
    '../src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        onlyOperationTypes: true,
        enumsAsTypes: true,
        useTypeImports: true,
        pureMagicComment: true,
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'number', Long: 'number' },
      },
    },
  },
};
