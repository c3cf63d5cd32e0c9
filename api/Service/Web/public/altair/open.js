// Opens Altair on this service: `?query=` and `?variables=` are shown in a window of their own, as the start page links to them.
const start = `# 科技社团党建组织图谱 · SocietyParty.Graph
# Ctrl-Enter 运行 runs the query. 文档 Docs: the schema.

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
const query = address.get('query');
const variables = address.get('variables');
// A proxy may show the service below a path.
const endpointURL = new URL('../graphql', import.meta.url).href;

AltairGraphQL.init({
  endpointURL,
  subscriptionsEndpoint: endpointURL.replace(/^http/, 'ws'),
  // The protocol graphql-transport-ws; server-sent events are beside it in the dialog.
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  initialName: 'SocietyParty.Graph',
  initialQuery: query ?? start,
  initialVariables: variables ?? '{}',
  // Where the address brings a query it is shown, not the one of the last visit.
  preserveState: query === null && variables === null,
  // Of Altair's makers, whom this page never asks.
  disableAccount: true,
  initialSettings: {
    theme: 'system',
    language: language(),
    // Else a window that came by the address has neither documentation nor completion.
    'schema.reloadOnStart': true,
    'introspection.options.inputValueDeprecation': true,
    'introspection.options.schemaDescription': true,
    // All of these ask or tell of other addresses; this page fetches nothing from anywhere else.
    'alert.disableUpdateNotification': true,
    'banners.disable': true,
    disablePushNotification: true,
  },
});

// The start page's choice; storage can be forbidden by the browser's settings.
function language() {
  try {
    return localStorage.getItem('language') === 'en' ? 'en-US' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}
