using System.Text.Json;
using Dapper;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Model;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// Every mutation of the contract, asked with identities of another committee and with identities of nothing: whoever may not see a thing
/// learns no more of it than of one that does not exist.
/// </summary>
[Collection(AccessCollection.Name)]
public sealed class ForeignKeysTests(AccessFixture city)
{
    private const long Nothing = 4_000_000_000;

    // What everybody sees, and tables that are called otherwise than their type.
    private static readonly string[] Shared = ["SupportingUnit", "Region", "PolicyDocument"];

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["YearPlan"] = "branch_year_plan",
        ["Transfer"] = "affiliation_transfer",
        ["InstructorAssignment"] = "instructor_assignment",
    };

    private static readonly Dictionary<string, string> Types = Identities();

    public static TheoryData<string> Mutations() => [.. ServicePipeline.Schema.Mutation!.Fields.Select(field => field.Name)];

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_foreign_key_is_as_good_as_none(string name)
    {
        var input = (InputObjectType)ServicePipeline.Schema.Mutation!.Field(name)!.Argument("input")!.Type.Named;
        var keys = input
            .Fields.Where(field => field.Type.Named.Name == "ID" && TypeOf(field.Name) is { } type && !Shared.Contains(type))
            .ToList();
        foreach (var key in keys)
        {
            if (await ForeignAsync(TypeOf(key.Name)!) is not { } foreign)
            {
                continue;
            }

            var ofForeign = await ErrorsAsync(name, input, key, foreign);
            ofForeign.ShouldNotBeEmpty($"{name}({key.Name}) was done");
            ofForeign.ShouldBe(await ErrorsAsync(name, input, key, Nothing), $"{name}({key.Name})");
        }
    }

    /// <summary>Errors without the identity that was given: code, path and message.</summary>
    private async Task<List<string>> ErrorsAsync(string name, InputObjectType input, InputValueDefinition key, long value)
    {
        var id = GlobalId.Format(TypeOf(key.Name)!, value);
        var given = Required(input);
        given[key.Name] = key.Type.IsList ? new[] { id } : id;
        var answer = await city.AskAsync(
            $"CommitteeAdministrator {city.Committee}",
            $"mutation ($input: {input.Name}!) {{ {name}(input: $input) {{ errors {{ code message path }} }} }}",
            new { input = given }
        );
        answer.TryGetProperty("errors", out _).ShouldBeFalse($"{name}: {answer}");
        return
        [
            .. answer
                .GetProperty("data")
                .GetProperty(name)
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => Types.Values.Aggregate(error.ToString().Replace(id, "ID", StringComparison.Ordinal), WithoutNothing)),
        ];
    }

    private static string WithoutNothing(string text, string type) =>
        text.Replace(GlobalId.Format(type.Split('|')[0], Nothing), "ID", StringComparison.Ordinal);

    /// <summary>What an input must have: identities are of nothing.</summary>
    internal static Dictionary<string, object?> Required(InputObjectType input) =>
        input.Fields.Where(field => field.IsRequired).ToDictionary(field => field.Name, field => Value(field.Name, field.Type));

    private static object? Value(string name, GraphQLType type)
    {
        if (type.IsList)
        {
            return new[] { Value(name, ((ListType)type.Nullable).ItemType) };
        }

        return type.Named switch
        {
            InputObjectType inner => Required(inner),
            EnumType choice => choice.Values[0].Name,
            { Name: "ID" } => GlobalId.Format(TypeOf(name) ?? "Branch", Nothing),
            { Name: "Int" } => 1,
            { Name: "Float" or "Decimal" } => 1,
            { Name: "Boolean" } => true,
            { Name: "Date" } => "2026-01-31",
            _ => "文字",
        };
    }

    /// <summary>A key that the administrator does not see; null where the city has none.</summary>
    private async Task<long?> ForeignAsync(string type)
    {
        var table = Tables.GetValueOrDefault(type, Names.Snake(type));
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var all = (await connection.QueryAsync<long>($"SELECT id FROM graph.{table}")).ToList();
        await connection.ExecuteAsync(
            "SET LOCAL ROLE api_committee; SELECT set_config('sp.scope', graph.scope_of_committee(@committee), true)",
            new { committee = city.Committee }
        );
        var foreign = all.Except(await connection.QueryAsync<long>($"SELECT id FROM graph.{table}")).ToList();
        return foreign.Count == 0 ? null : foreign[0];
    }

    private static string? TypeOf(string field) => Types.GetValueOrDefault(field)?.Split('|')[0];

    private static Dictionary<string, string> Identities()
    {
        var path = Path.Combine(Golden.ProjectFolder(), "../../api/Service/Web/src/pages/change/identities.json");
        using var read = JsonDocument.Parse(File.ReadAllText(path));
        return read.RootElement.GetProperty("types").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!);
    }
}
