using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation;
using SocietyParty.Service.Http;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Pages;

/// <summary>What the pages are made of, looked at without a browser and without npm.</summary>
public sealed class PageDocumentsTests
{
    private static readonly string Sources = Path.GetFullPath(
        Path.Combine(Golden.ProjectFolder(), "..", "..", "api", "Service", "Web", "src")
    );

    public static TheoryData<string> Documents => [.. Files(".graphql")];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_of_the_pages_is_valid_under_the_contract(string name)
    {
        var parsed = Parser.Parse(Read(name));
        parsed.TryGet(out var document).ShouldBeTrue();
        DocumentValidator.Validate(WebHost.SchemaOfContract(), document!).Select(error => error.Message).ShouldBeEmpty();
    }

    [Fact]
    public void The_generated_types_are_those_of_the_documents()
    {
        var text = string.Concat(Files(".graphql").Select(Read));
        Read("gql/documents.sha256")
            .Trim()
            .ShouldBe(
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                "A document was changed: run `npm ci && npm run generate` in api/Service/Web/codegen, and commit src/gql."
            );
    }

    [Fact]
    public void Each_sentence_is_there_in_both_languages_with_the_same_places()
    {
        var chinese = Messages("zh");
        var english = Messages("en");
        english.Keys.ShouldBe(chinese.Keys, ignoreOrder: true);
        chinese.Keys.Where(key => !Places(chinese[key]).SequenceEqual(Places(english[key]))).ShouldBeEmpty();
        english.Values.Where(text => text.Any(sign => sign is >= '\u4e00' and <= '\u9fff')).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Words_of_values_are_the_contracts(string language)
    {
        var labels = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(Read($"gql/labels.{language}.json"))!;
        labels.Count.ShouldBeGreaterThan(20);
        var schema = WebHost.SchemaOfContract();
        foreach (var (type, words) in labels)
        {
            var values = ((EnumType)schema.Type(type)!).Values;
            words.ShouldBe(
                values.ToDictionary(value => value.Name, value => (string)value.Directive("label")!.Argument(language)!),
                ignoreOrder: true,
                "The contract calls them otherwise: run `npm ci && npm run generate` in api/Service/Web/codegen."
            );
        }
    }

    private static IEnumerable<string> Places(string text) =>
        text.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Messages(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read($"messages/{language}.json"))!;

    private static IEnumerable<string> Files(string extension) =>
        Directory
            .EnumerateFiles(Sources, $"*{extension}", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Sources, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(Sources, name)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
