using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocietyParty.Service.Options;
using SocietyParty.Service.Trust;

namespace SocietyParty.Graph.Tests.Service.Trust;

public sealed class TrustedDocumentsTests : IDisposable
{
    private const string Count = "query Count { branches { totalCount } }";
    private const string Named = "query Named($name: String!) {\n  branches(where: { name: { eq: $name } }) { totalCount }\n}\n";
    private const string Unknown = "{ societies { totalCount } }";

    private readonly string folder = Directory.CreateTempSubdirectory("societyparty-trust-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_registered_document_is_found_by_every_name_that_clients_give_it()
    {
        Write("count.graphql", Count + "\n");
        Write("deep/named.graphql", Named);
        Write(
            "persisted-query-manifest.json",
            JsonSerializer.Serialize(
                new
                {
                    format = "apollo-persisted-query-manifest",
                    version = 1,
                    operations = new[]
                    {
                        new
                        {
                            id = "apollo-1",
                            name = "A",
                            type = "query",
                            body = "query A { rosters { totalCount } }",
                        },
                    },
                }
            )
        );
        Write(
            "persisted.json",
            JsonSerializer.Serialize(new Dictionary<string, string> { ["0123abcd"] = "query R { committees { totalCount } }" })
        );
        await using var service = await ServiceRun.StartAsync(Options(only: true));
        var variables = new { name = "none" };

        foreach (
            var body in (object[])
                [
                    new { documentId = "count" },
                    new { documentId = "sha256:" + Sha256(Count) },
                    new { documentId = "sha256:" + Sha256(Count).ToUpperInvariant() },
                    new { doc_id = Md5(Count) },
                    new { id = Sha256(Count + "\n") },
                    new { query = Count },
                    new { query = Count + "\n" },
                    new { extensions = Apollo(Sha256(Count)) },
                    new { query = Count, extensions = Apollo(Sha256(Count)) },
                    new
                    {
                        id = "named",
                        variables,
                        operationName = "Named",
                    },
                    new { id = Md5(Named), variables },
                    new { id = "apollo-1" },
                    new { doc_id = "0123abcd" },
                ]
        )
        {
            (await service.PostAsync(body)).TryGetProperty("data", out _).ShouldBeTrue(JsonSerializer.Serialize(body));
        }

        foreach (
            var path in (string[])
                [
                    "?documentId=count",
                    "?id=named&variables=" + Uri.EscapeDataString("""{"name":"none"}"""),
                    "?doc_id=0123abcd",
                    "?extensions=" + Uri.EscapeDataString(JsonSerializer.Serialize(Apollo(Sha256(Count)))),
                ]
        )
        {
            (await service.Client.GetStringAsync("/graphql" + path)).ShouldStartWith("{\"data\":", customMessage: path);
        }
    }

    [Fact]
    public async Task Everything_else_is_refused_where_only_registered_documents_are_answered()
    {
        Write("count.graphql", Count);
        await using var service = await ServiceRun.StartAsync(Options(only: true));
        (await CodeAsync(service, new { query = Unknown })).ShouldBe("SP-TRUST-003");
        (await CodeAsync(service, new { query = Count + " " + Unknown })).ShouldBe("SP-TRUST-003");
        (await CodeAsync(service, new { query = "{ __typename }" })).ShouldBe("SP-TRUST-003");
        (await CodeAsync(service, new { query = Unknown, extensions = Apollo(Sha256(Unknown)) })).ShouldBe("SP-TRUST-003");
        (await CodeAsync(service, new { query = Unknown, id = "count2" })).ShouldBe("SP-TRUST-001");
        (await CodeAsync(service, new { id = "nothing" })).ShouldBe("SP-TRUST-001");
        (await CodeAsync(service, new { variables = new { } })).ShouldBe("SP-HTTP-004", "There is nothing to run.");
    }

    [Fact]
    public async Task Apollos_client_is_told_in_its_own_words_and_then_sends_the_text()
    {
        await using var service = await ServiceRun.StartAsync(new());
        (await service.PostAsync(new { extensions = Apollo(Sha256(Unknown)) }))
            .ToString()
            .ShouldBe("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""");
        (await service.PostAsync(new { query = Unknown, extensions = Apollo(Sha256(Unknown)) }))
            .TryGetProperty("data", out _)
            .ShouldBeTrue();
        // Nothing was registered by that.
        (await CodeAsync(service, new { extensions = Apollo(Sha256(Unknown)) })).ShouldBe("PERSISTED_QUERY_NOT_FOUND");
        (await CodeAsync(service, new { query = Unknown, extensions = Apollo(Sha256(Count)) })).ShouldBe("SP-TRUST-002");
    }

    [Fact]
    public void An_invalid_document_is_told_with_file_line_and_column()
    {
        Write("a.graphql", "{ branches {\n  nodes { chiar } } }");
        Write("b/c.graphql", "{ branches(");
        Write("broken.json", "{");
        Write("odd.json", "[1]");
        Directory.CreateDirectory(Path.Combine(folder, "z"));
        var errors = TrustedDocuments.Load(ServicePipeline.Schema, Options()).Errors.Select(error => error.ToString()).ToList();
        errors.Count.ShouldBe(2);
        errors[0].ShouldStartWith("SP-START-014 broken.json:1: ");
        errors[1].ShouldStartWith("SP-START-014 odd.json: ");

        File.Delete(Path.Combine(folder, "broken.json"));
        File.Delete(Path.Combine(folder, "odd.json"));
        errors = [.. TrustedDocuments.Load(ServicePipeline.Schema, Options()).Errors.Select(error => error.ToString())];
        errors.Count.ShouldBe(2);
        errors[0].ShouldStartWith("SP-START-012 a.graphql:2:11: Cannot query field \"chiar\" on type \"Branch\".");
        errors[1].ShouldStartWith("SP-START-012 b/c.graphql:1:12: Syntax Error: ");
    }

    [Fact]
    public void One_name_for_two_documents_is_an_error_and_for_one_document_is_none()
    {
        Write("a/count.graphql", Count);
        Write("b/count.graphql", Count + "\n");
        TrustedDocuments.Load(ServicePipeline.Schema, Options()).Value.Count.ShouldBe(1);
        Write("c/count.graphql", Unknown);
        TrustedDocuments
            .Load(ServicePipeline.Schema, Options())
            .Errors.Single()
            .ToString()
            .ShouldBe(
                "SP-START-012 c/count.graphql: \"count\" is another document already, that of a/count.graphql. Give one of them "
                    + "another name."
            );
    }

    [Fact]
    public void A_folder_that_is_missing_is_told() =>
        TrustedDocuments
            .Load(ServicePipeline.Schema, new() { Trusted = new(Path.Combine(folder, "none")) })
            .Errors.Single()
            .Code.ShouldBe("SP-START-013");

    private static object Apollo(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static async Task<string> CodeAsync(ServiceRun service, object body) =>
        (await service.PostAsync(body)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;

    private ServiceOptions Options(bool only = false) => new() { Trusted = new(folder, only) };

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "Relay names documents so.")]
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
