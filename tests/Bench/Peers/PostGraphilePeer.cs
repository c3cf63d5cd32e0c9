using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Peers;

/// <summary>PostGraphile 5 from npm, as <c>PostGraphile/server.mjs</c> sets it up.</summary>
internal sealed class PostGraphilePeer(string connection, NodeFolder node) : Peer(PeerNames.PostGraphile)
{
    public override string Description =>
        $"PostGraphile {node.VersionOf("postgraphile")} with postgraphile-plugin-connection-filter "
        + $"{node.VersionOf("postgraphile-plugin-connection-filter")}";

    public override bool CanAnswer(BenchQuery query) => query.PostGraphileTarget is not null;

    public override (string Path, byte[] Body) Request(BenchQuery query, Sample sample) =>
        GraphQLBody.Of(query.Text("postgraphile.graphql"), query.PostGraphile(sample));

    protected override ProcessStartInfo StartInfo()
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(node.Program, ["server.mjs"]) { WorkingDirectory = node.Path };
        foreach (
            var (name, value) in new Dictionary<string, string?>
            {
                ["PGHOST"] = to.Host,
                ["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = to.Username,
                ["PGPASSWORD"] = to.Password,
                ["PGDATABASE"] = to.Database,
                ["PGOPTIONS"] = SessionSettings.Options,
                ["PORT"] = Port.ToString(CultureInfo.InvariantCulture),
                ["NODE_ENV"] = "production",
                ["GRAPHILE_ENV"] = "production",
            }
        )
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
