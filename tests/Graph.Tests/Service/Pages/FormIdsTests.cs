using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.Validation;
using SocietyParty.Service.Http;
using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Pages;

/// <summary>The contract's <c>ID</c> has no type: <c>change/identities.json</c> says what each names, and how a form finds it.</summary>
public sealed class FormIdsTests
{
    private static readonly JsonElement Known = JsonDocument
        .Parse(
            File.ReadAllText(
                Path.Combine(Golden.ProjectFolder(), "..", "..", "api", "Service", "Web", "src", "pages", "change", "identities.json")
            )
        )
        .RootElement;

    private static IEnumerable<string> Things => Known.GetProperty("things").EnumerateObject().Select(thing => thing.Name);

    public static TheoryData<string> Types => [.. Things];

    [Fact]
    public void Each_identity_that_a_mutation_takes_has_the_type_of_its_record()
    {
        var expected = typeof(Mutation)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(Mutation)))
            .Select(type => ((Mutation)Activator.CreateInstance(type)!).InputType)
            .SelectMany(Identities)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Known
            .GetProperty("types")
            .EnumerateObject()
            .Select(field => $"{field.Name}: {field.Value.GetString()}")
            .Order(StringComparer.Ordinal)
            .ShouldBe(expected);
    }

    [Fact]
    public void Each_of_those_types_can_be_found() =>
        Known
            .GetProperty("types")
            .EnumerateObject()
            .SelectMany(field => field.Value.GetString()!.Split('|'))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Things.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Types))]
    public void The_documents_of_a_type_are_valid_under_the_contract(string type)
    {
        var thing = Known.GetProperty("things").GetProperty(type);
        var own = thing.GetProperty("own").GetString();
        IEnumerable<string> documents =
        [
            $"query Describe($id: ID!) {{ node(id: $id) {{ __typename ... on {type} {{ id {own} }} }} }}",
            .. thing
                .GetProperty("search")
                .EnumerateArray()
                .Select(way => way.GetString()!.Replace("@", $"__typename id {own}", StringComparison.Ordinal))
                .Select(way => $"query Find($text: String!) {{ found: {way} }}"),
        ];
        foreach (var text in documents)
        {
            Parser.Parse(text).TryGet(out var document).ShouldBeTrue(text);
            DocumentValidator.Validate(WebHost.SchemaOfContract(), document!).Select(error => error.Message).ShouldBeEmpty(text);
        }
    }

    /// <summary>Fields of an input, and of what it holds, that are identities.</summary>
    private static IEnumerable<string> Identities(Type input) =>
        input
            .GetProperties()
            .SelectMany(property =>
            {
                var type = Inner(property.PropertyType);
                return type == typeof(NodeId) ? [$"{Names.Camel(property.Name)}: {string.Join('|', RecordVoid.Types)}"]
                    : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>)
                        ? [$"{Names.Camel(property.Name)}: {type.GetGenericArguments()[0].Name}"]
                    : type.Namespace == input.Namespace && type.IsClass ? Identities(type)
                    : [];
            });

    /// <summary>Without the list, the <c>null</c> and the <c>Maybe</c> around it.</summary>
    private static Type Inner(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() != typeof(Id<>) ? Inner(type.GetGenericArguments()[^1]) : type;
}
