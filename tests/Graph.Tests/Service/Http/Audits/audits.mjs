// Runs every audit of GraphQL over HTTP against the address given; prints one JSON object per audit and line.
import { serverAudits } from "graphql-http";

for (const { id, name, fn } of serverAudits({ url: process.argv[2] })) {
  const { status, reason } = await fn();
  process.stdout.write(JSON.stringify({ id, name, status, reason: reason ?? null }) + "\n");
}
