import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './graphiql.css';

const start = `# 科技社团党建组织图谱 · SocietyParty.Graph
# Ctrl-Enter 运行 runs the query. 左侧书形图标 the book on the left: the schema.

query Branches {
  branches(where: { category: { eq: B } }, first: 5) {
    totalCount
    nodes {
      name
      category
      status
      society { name kind }
    }
  }
}
`;

const address = new URLSearchParams(location.search);
const subscriptionUrl = new URL('/graphql', location.href.replace(/^http/, 'ws')).href;

createRoot(document.getElementById('graphiql')!).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: '/graphql', subscriptionUrl, enableIncrementalDelivery: false })}
    defaultQuery={start}
    query={address.get('query') ?? undefined}
    variables={address.get('variables') ?? undefined}
    isHeadersEditorEnabled={false}
    inputValueDeprecation
  >
    <GraphiQL.Logo>
      <a className="home" href="/">SocietyParty.Graph</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
