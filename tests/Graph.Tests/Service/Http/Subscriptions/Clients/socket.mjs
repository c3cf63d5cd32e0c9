// npm's graphql-ws: a query, an invalid one, then a subscription. Prints one JSON object a line; unsubscribes when its input ends.
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const print = (value) => process.stdout.write(JSON.stringify(value) + "\n");
const client = createClient({ url: process.argv[2], webSocketImpl: WebSocket, lazy: false });

for await (const result of client.iterate({ query: "{ branches { totalCount } }" })) print(result);
await new Promise((resolve) =>
  client.subscribe({ query: "{ nothing }" }, { next: print, complete: resolve, error: ([error]) => resolve(print(error.extensions.code)) }));

const stop = client.subscribe({ query: process.argv[3] }, { next: print, error: (error) => print(String(error)), complete: () => print("complete") });
// Over the same socket and behind the subscription: its answer tells that the service listens.
for await (const result of client.iterate({ query: "{ __typename }" })) print(result);

process.stdin.on("end", async () => {
  stop();
  await client.dispose();
});
process.stdin.resume();
