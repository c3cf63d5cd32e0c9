using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using SocietyParty.Graph.Tests.Service.Start;
using SocietyParty.Service.Http;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>The contract as a file: over HTTP, from the command line, and as it stands in the repository. Each with its version.</summary>
[Collection(ServiceCollection.Name)]
public sealed class ContractEndpointTests(ServiceFixture service)
{
    private static readonly string Root = Path.Combine(Golden.ProjectFolder(), "..", "..");

    private static readonly byte[] Expected = File.ReadAllBytes(Path.Combine(Root, "schema", "graphql", "public", "schema.graphql"));

    private static readonly string Version = XDocument
        .Load(Path.Combine(Root, "Directory.Build.props"))
        .Descendants("VersionPrefix")
        .Single()
        .Value;

    [Fact]
    public async Task The_contract_is_sent_with_a_name_and_a_tag()
    {
        using var response = await service.Client.GetAsync("/graphql?sdl");
        (response.StatusCode, response.Content.Headers.ContentType!.ToString()).ShouldBe(
            (HttpStatusCode.OK, "application/graphql; charset=utf-8")
        );
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("schema.graphql");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(Expected);

        foreach (var tag in (string[])[response.Headers.ETag!.ToString(), "W/" + response.Headers.ETag, "*"])
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl");
            again.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var unchanged = await service.Client.SendAsync(again);
            (unchanged.StatusCode, (await unchanged.Content.ReadAsByteArrayAsync()).Length).ShouldBe((HttpStatusCode.NotModified, 0));
            unchanged.Headers.ETag.ShouldBe(response.Headers.ETag);
        }

        using var other = new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl");
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
        (await service.Client.SendAsync(other)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_document_beside_sdl_is_run() =>
        (await service.Client.GetStringAsync("/graphql?sdl&query={__typename}")).ShouldBe("{\"data\":{\"__typename\":\"Query\"}}");

    [Fact]
    public async Task Without_introspection_there_is_no_contract()
    {
        await using var closed = await ServiceRun.StartAsync(new() { Switches = new(Introspection: false) });
        using var response = await closed.Client.GetAsync("/graphql?sdl");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("SP-HTTP-025");
    }

    [Fact]
    public async Task The_command_line_prints_the_same_and_makes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("societyparty-export-");
        try
        {
            var nowhere = new Dictionary<string, string?> { ["ConnectionStrings__Graph"] = "Host=127.0.0.1;Port=1;Username=a;Database=b" };
            var printed = await ProgramRun.RunAsync(ProgramRun.Service, ["schema", "export"], nowhere);
            (printed.Status, printed.Errors).ShouldBe((0, ""));
            printed.Output.ShouldBe(Expected);

            var file = Path.Combine(folder.FullName, "a.graphql");
            var written = await ProgramRun.RunAsync(ProgramRun.Service, ["schema", "export", "--output", file], nowhere);
            (written.Status, written.Text).ShouldBe((0, ""));
            (await File.ReadAllBytesAsync(file)).ShouldBe(Expected);

            var refused = await ProgramRun.RunAsync(ProgramRun.Service, ["schema", "export", "--output", folder.FullName], nowhere);
            (refused.Status, refused.Errors.StartsWith("SP-START-030", StringComparison.Ordinal)).ShouldBe((1, true));
            (await ProgramRun.RunAsync(ProgramRun.Service, ["--help"])).Text.ShouldContain("schema");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Programs_answers_and_contract_have_the_version_of_the_build()
    {
        foreach (var program in (string[])[ProgramRun.Service, ProgramRun.Etl])
        {
            (await ProgramRun.RunAsync(program, ["--version"])).Text.Trim().ShouldBe(Version);
        }

        foreach (var path in (string[])["/graphql?query={__typename}", "/graphql?query={", "/graphql?sdl", "/nowhere", "/healthz", "/"])
        {
            using var response = await service.Client.GetAsync(path);
            response.Headers.GetValues(VersionHeader.Name).ShouldBe([Version], path);
        }

        Encoding.UTF8.GetString(Expected).Split('\n').Count(line => line == $"Version {Version}").ShouldBe(1);
        var answer = await service.DataAsync("{ __schema { description } }");
        answer.GetProperty("__schema").GetProperty("description").GetString()!.ShouldEndWith($"Version {Version}");
    }
}
