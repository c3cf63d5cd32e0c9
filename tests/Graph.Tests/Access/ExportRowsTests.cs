using System.Text;
using System.Text.Json;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Graph.Tests.Service.Http.Exports;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// Files are byte by byte what the answers to queries say, whoever asks: rows come by another statement than pages, and without JSON.
/// </summary>
[Collection(AccessCollection.Name)]
public sealed class ExportRowsTests(AccessFixture city)
{
    private static readonly string[] Formats = ["csv", "jsonl", "xlsx"];

    /// <summary>Questions with values of several types, lists inside of items, orders over other things, days, and groups.</summary>
    private static readonly string[] Questions =
    [
        "/export/societies?where={name:{contains:\"医\"}}&order=[{kind:DESC},{name:ASC}]",
        "/export/societies?where={or:[{level:{in:[COUNTY,MUNICIPAL]}},{kind:{eq:null}},{name:{eq:\"\"}}]}&order={name:DESC}&columns=*",
        "/export/societies?where={foundedOn:{lte:\"2015-01-01\"}}&columns=name,foundedOn,supportingUnit.name,supportingUnit,aliases.alias",
        "/export/societies?where={name:{eq:null}}",
        "/export/branches?columns=name,society.name,parent.name,parent,categoryHistory.category&order=[{society:{name:ASC}},{name:DESC}]",
        "/export/societies?by=KIND",
        "/export/register?kind=UNCOVERED_SOCIETY&by=COMMITTEE",
        "/export/coverage?by=MONTH,COMMITTEE",
        "/export/indicators/I01?by=COMMITTEE,MONTH",
        "/export/indicators/X01?by=COMMITTEE,AGE_BAND,SEX&columns=isSuppressed,numerator,denominator,value",
    ];

    public static TheoryData<string> Callers => ["", "CommitteeAdministrator", "Supervisor"];

    [Theory, MemberData(nameof(Callers))]
    public async Task Each_list_of_the_root_is_what_GraphQL_answers(string role)
    {
        var lists = ServicePipeline
            .Schema.Query.Fields.Where(one => one.Argument("after") is not null)
            .Select(one =>
                $"/export/{one.Name}?"
                + (
                    one.Name == "register" ? "kind=UNCOVERED_SOCIETY"
                    : one.Argument("by") is null ? ""
                    : "by=CATEGORY"
                )
            )
            .Append("/export/members?")
            .ToList();
        lists.Count.ShouldBeGreaterThan(20);
        await AreSameAsync(role, [.. lists, .. lists.Select(list => list + "&columns=*")]);
    }

    [Theory, MemberData(nameof(Callers))]
    public Task So_are_answers_to_questions(string role) => AreSameAsync(role, Questions);

    [Theory, MemberData(nameof(Callers))]
    public async Task So_are_lists_of_one_thing(string role)
    {
        var committee = Uri.EscapeDataString(GlobalId.Format("Committee", city.Committee));
        var branch = await city.ScalarAsync<long>("SELECT min(id) FROM graph.branch WHERE committee_id = @id", new { id = city.Committee });
        await AreSameAsync(
            role,
            [
                $"/export/branches?of={committee}",
                $"/export/societies?of={committee}&where={{name:{{contains:\"学会\"}}}}",
                $"/export/members?of={Uri.EscapeDataString(GlobalId.Format("Branch", branch))}",
            ]
        );
    }

    private async Task AreSameAsync(string role, IEnumerable<string> paths)
    {
        using var client = new HttpClient { BaseAddress = city.Address };
        var caller = role switch
        {
            "" => null,
            "Supervisor" => "Supervisor 1",
            _ => $"{role} {city.Committee}",
        };
        if (caller is not null)
        {
            client.DefaultRequestHeaders.Add(HeaderAccess.Name, caller);
        }

        long rows = 0;
        foreach (var path in paths)
        {
            foreach (var format in Formats)
            {
                using var answer = await client.GetAsync(new Uri($"{path}&format={format}", UriKind.Relative));
                var file = await answer.Content.ReadAsByteArrayAsync();
                if (!answer.IsSuccessStatusCode)
                {
                    // What a role does not see, or may not ask.
                    ((int)answer.StatusCode).ShouldBeOneOf([404, 422], $"{path} {Encoding.UTF8.GetString(file)}");
                    role.ShouldNotBeEmpty($"{path} {Encoding.UTF8.GetString(file)}");
                    continue;
                }

                var expected = await ExportOracle.OfAsync($"{path}&format={format}", (query, values) => AskAsync(caller, query, values));
                var found = format == "xlsx" ? ExportOracle.SheetOf(file) : file;
                found.AsSpan().SequenceEqual(expected).ShouldBeTrue($"{path} {format}\n{Around(found, expected)}");
                rows += format == "jsonl" ? expected.AsSpan().Count((byte)'\n') : 0;
            }
        }

        (rows > 10 || role == "Supervisor").ShouldBeTrue();
    }

    private async Task<JsonElement> AskAsync(string? caller, string query, Dictionary<string, object?> variables) =>
        await city.DataAsync(caller, query, variables);

    private static string Around(byte[] found, byte[] expected)
    {
        var at = Math.Max(0, found.AsSpan().CommonPrefixLength(expected) - 100);
        return $"{Piece(found, at)}\ninstead of\n{Piece(expected, at)}";
    }

    private static string Piece(byte[] text, int at) => Encoding.UTF8.GetString(text, at, Math.Min(300, text.Length - at));
}
