using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Peers;

/// <summary>Our service as a user runs it, over a database of one's own.</summary>
/// <param name="settings">As environment variables.</param>
internal sealed class ServicePeer(string connection, params (string Name, string Value)[] settings) : Peer(PeerNames.Service)
{
    public override string Description => "our service, whole documents, no identifiers of stored ones";

    public override bool CanAnswer(BenchQuery query) => true;

    public override (string Path, byte[] Body) Request(BenchQuery query, Sample sample) =>
        GraphQLBody.Of(query.Text("service.graphql"), query.Service(sample));

    /// <summary>The same samples with the cursors that the service gives for them.</summary>
    public async Task<IReadOnlyList<Sample>> WithCursorsAsync(IReadOnlyList<Sample> samples, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}")) };
        var filled = new List<Sample>(samples.Count);
        foreach (var sample in samples)
        {
            var (path, body) = GraphQLBody.Of(
                "query ($id: ID!) { branches(first: 1, where: { id: { eq: $id } }) { edges { cursor } } }",
                new JsonObject { ["id"] = Sql.Planning.Values.GlobalId.Format("Branch", sample.Id) }
            );
            var answer = await HttpAnswers.PostAsync(http, path, body, ct);
            filled.Add(sample with { Cursor = answer["data"]!["branches"]!["edges"]![0]!["cursor"]!.GetValue<string>() });
        }

        return filled;
    }

    protected override ProcessStartInfo StartInfo()
    {
        var start = DotNet("SocietyParty.Service.dll", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));
        start.Environment["ConnectionStrings__Graph"] = connection;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
