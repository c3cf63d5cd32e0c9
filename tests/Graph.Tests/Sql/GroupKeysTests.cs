using System.Collections.Immutable;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.TypeSystem.Derivation;
using SocietyParty.Service.Http;

namespace SocietyParty.Graph.Tests.Sql;

/// <summary>What the contract derives the database answers: every key, every measure, every order of every type with groups.</summary>
[Collection(ServiceCollection.Name)]
public sealed class GroupKeysTests(ServiceFixture service)
{
    private const int AtOnce = 6;

    private static readonly SocietyParty.GraphQL.TypeSystem.Schema Schema = WebHost.SchemaOfContract();

    /// <summary>How one comes to a connection of each type; a type that is missing here fails.</summary>
    private static readonly Dictionary<string, (string Before, string After)> Ways = new()
    {
        ["Activity"] = ("branches(first: 2) { nodes { activities {", "} } }"),
        ["AffiliationTransfer"] = ("affiliationTransfers {", "}"),
        ["Applicant"] = ("applicants {", "}"),
        ["Assessment"] = ("branches(first: 2) { nodes { assessments {", "} } }"),
        ["AssessmentEntry"] = ("assessmentEntries {", "}"),
        ["AssessmentRound"] = ("assessmentRounds {", "}"),
        ["Branch"] = ("branches {", "}"),
        ["Committee"] = ("committees {", "}"),
        ["Duty"] = ("duties {", "}"),
        ["EvidenceDue"] = ("evidenceDue {", "}"),
        ["EvidenceRecord"] = ("evidenceRecords {", "}"),
        ["Indicator"] = ("indicators {", "}"),
        ["LeadingGroup"] = ("leadingGroups {", "}"),
        ["LeadingGroupBreach"] = ("leadingGroupBreaches {", "}"),
        ["LeadingGroupMeeting"] = ("leadingGroupMeetings {", "}"),
        ["Member"] = ("branches(first: 2) { nodes { members {", "} } }"),
        ["MendedRecord"] = ("mendings {", "}"),
        ["PolicyDocument"] = ("documents {", "}"),
        ["Rectification"] = ("rectifications {", "}"),
        ["Region"] = ("regions {", "}"),
        ["Roster"] = ("rosters {", "}"),
        ["Society"] = ("societies {", "}"),
        ["SupportingUnit"] = ("supportingUnits {", "}"),
        ["UncoveredSociety"] = ("uncoveredSocieties {", "}"),
        ["Veto"] = ("vetoes {", "}"),
    };

    public static TheoryData<string> Types() => [.. Schema.Groupings.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_key_and_every_measure_has_an_answer(string type)
    {
        var grouping = Schema.Groupings[type];
        var measures = string.Join(' ', Fields(grouping.Group).Where(field => field.Name != "key").Select(Selected));
        var order = string.Join(
            ", ",
            grouping.Measures.Select(measure =>
                "{ " + Nested([measure.Function.ToString().ToLowerInvariant(), .. measure.Path], "DESC") + " }"
            )
        );
        var having = string.Join(
            ", ",
            grouping.Measures.Select(measure =>
                "{ " + Nested([measure.Function.ToString().ToLowerInvariant(), .. measure.Path], "{ neq: null }") + " }"
            )
        );
        foreach (var keys in grouping.Keys.Chunk(AtOnce))
        {
            await AskAsync(
                type,
                keys,
                measures,
                order.Length == 0 ? "" : $", order: [{order}], having: {{ or: [{having}, {{ count: {{ gte: 0 }} }}] }}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_key_orders_groups(string type)
    {
        foreach (var keys in Schema.Groupings[type].Keys.Chunk(AtOnce))
        {
            var order = keys.Select(key =>
                Schema.Type(key.Type) is ObjectType target
                    ? $"{{ key: {{ {key.Field}: {{ {Fields(target.Name).First(field => field.Type.Named.IsLeaf).Name}: DESC }} }} }}"
                    : $"{{ key: {{ {key.Field}: ASC }} }}"
            );
            await AskAsync(type, keys, "count", $", order: [{string.Join(", ", order)}]");
        }
    }

    private async Task AskAsync(string type, GroupingKey[] keys, string measures, string arguments)
    {
        var (before, after) = Ways[type];
        var selected = string.Join(
            ' ',
            keys.Select(key => Schema.Type(key.Type) is ObjectType ? key.Field + " { __typename }" : key.Field)
        );
        await service.DataAsync(
            $"{{ {before} groups(by: [{string.Join(' ', keys.Select(key => key.Value))}]{arguments}) {{ totalCount nodes {{ key "
                + $"{{ {selected} }} {measures} }} }} {after} }}"
        );
    }

    private static string Selected(FieldDefinition field) =>
        field.Type.Named is ObjectType type ? $"{field.Name} {{ {string.Join(' ', type.Fields.Select(Selected))} }}" : field.Name;

    private static string Nested(string[] path, string value) =>
        path.Length == 1 ? $"{path[0]}: {value}" : $"{path[0]}: {{ {Nested(path[1..], value)} }}";

    private static ImmutableArray<FieldDefinition> Fields(string type) => ((ObjectType)Schema.Type(type)!).Fields;
}
