// npm's graphql-sse, distinct connections: a query, an invalid one, then a subscription. Prints one JSON object a line; unsubscribes
// when its input ends.
import { createClient } from "graphql-sse";

const print = (value) => process.stdout.write(JSON.stringify(value) + "\n");
const client = createClient({ url: process.argv[2] });

for await (const result of client.iterate({ query: "{ branches { totalCount } }" })) print(result);
for await (const result of client.iterate({ query: "{ nothing }" })) print(result.errors[0].extensions.code);

const stop = client.subscribe({ query: process.argv[3] }, { next: print, error: (error) => print(String(error)), complete: () => print("complete") });
process.stdin.on("end", () => {
  stop();
  client.dispose();
});
process.stdin.resume();
