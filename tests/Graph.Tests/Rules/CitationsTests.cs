using System.Text.Json;
using SocietyParty.Etl.Run;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>Whoever cites a clause cites one that stands in <c>schema/rules/documents</c>.</summary>
public sealed class CitationsTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Golden.ProjectFolder(), "..", ".."));

    [Theory]
    [InlineData("001 §7, 002 §2", "001 §7", "002 §2")]
    [InlineData("000 §三（未规定，默认不允许）", "000 §三")]
    [InlineData("001 §5, 002 §3；人数按章程", "001 §5", "002 §3")]
    [InlineData("001 §7（工作台账）；五个清按 002 §2", "001 §7", "002 §2")]
    [InlineData("(003 第五条, 第十五条). It", "003 第五条", "003 第十五条")]
    [InlineData("003 第十五条 to 第二十条", "003 第十五条", "003 第二十条")]
    [InlineData("004 第五条（七）3: 至截止日滚动12个月", "004 第五条（七）3")]
    [InlineData("004 组织建设-2, 16 points", "004 组织建设-2")]
    [InlineData("004 （四） states 5 and 10", "004 （四）")]
    [InlineData("004 第七条未规定期限", "004 第七条")]
    [InlineData("本软件: 004 未规定")]
    [InlineData("中国共产党章程 第七条")]
    public void A_citation_is_found_by_its_form(string text, params string[] found) =>
        Citations.In(text).Select(citation => $"{citation.Document} {citation.Clause}").ShouldBe(found);

    [Fact]
    public void Every_citation_resolves()
    {
        var citations = Files()
            .SelectMany(file =>
                Citations.In(File.ReadAllText(file)).Select(citation => (File: Path.GetRelativePath(Repository, file), citation))
            )
            .ToList();
        citations.Count.ShouldBeGreaterThan(500);
        citations.Select(entry => entry.citation.Document).Distinct().Count().ShouldBe(5);
        citations
            .Where(entry => Citations.CodeOf(entry.citation) is null)
            .Select(entry => $"{entry.File}: {entry.citation.Document} {entry.citation.Clause}")
            .ShouldBeEmpty();
    }

    /// <summary>What is cited where nobody looks is not seen by the test above.</summary>
    [Fact]
    public void Every_source_of_a_rule_is_a_citation_or_says_whose_rule_it_is()
    {
        var sources = Sources().ToList();
        sources.Count.ShouldBeGreaterThan(200);
        sources
            .Where(source => !Citations.In(source).Any())
            .Where(source => !source.StartsWith("本软件", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                [
                    "002 未提及",
                    "中国共产党支部工作条例（试行） 第十二条（支部委员会会议）",
                    "中国共产党章程 第七条",
                    "中国共产党章程 第十七条",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Documents_follow_their_schema()
    {
        var files = DocumentFile.Files.ToList();
        files.Select(file => Path.GetFileName(file.Path)).ShouldBe(["000.json", "001.json", "002.json", "003.json", "004.json"]);
        foreach (var (path, text) in files)
        {
            DocumentFile.Shape.Problems(JsonElement.Parse(text)).ShouldBeEmpty(path);
            JsonElement.Parse(text).GetProperty("code").GetString().ShouldBe(Path.GetFileNameWithoutExtension(path));
        }
    }

    /// <summary>One row a document: what a rule set says of its document, the document says too.</summary>
    [Fact]
    public void Rule_sets_name_their_documents_as_the_documents_do()
    {
        var stated = DocumentFile.Embedded().Select(document => document.Stated with { Code = null }).ToList();
        foreach (var file in RuleSetFile.Embedded())
        {
            var document = JsonElement.Parse(file.Text).GetProperty("document");
            if (document.ValueKind != JsonValueKind.Null)
            {
                string? Of(string key) => document.GetProperty(key).GetString();
                stated.ShouldContain(new StatedDocument(null, Of("title")!, Of("number"), Of("issuer"), Of("issuedOn")), file.Path);
            }
        }
    }

    /// <summary>Every text of a rule set that says where something stands.</summary>
    internal static IEnumerable<string> Sources() => RuleSetFile.Embedded().SelectMany(file => Sources(JsonElement.Parse(file.Text)));

    private static IEnumerable<string> Sources(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member =>
                    member is { Name: "source" or "clause", Value.ValueKind: JsonValueKind.String }
                        ? [member.Value.GetString()!]
                        : Sources(member.Value)
                ),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Sources),
            _ => [],
        };

    private static IEnumerable<string> Files() =>
        new[] { "schema", "api", "etl" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".json" or ".graphql" or ".sql" or ".cs" or ".md")
            .Where(file =>
                !Path.GetRelativePath(Repository, file)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "bin" or "obj" or "node_modules" or "documents")
            );
}
