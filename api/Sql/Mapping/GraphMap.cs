using System.Collections.Frozen;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.TypeSystem.Derivation;

namespace SocietyParty.Sql.Mapping;

/// <summary>The only place where types meet tables.</summary>
public sealed class GraphMap
{
    private readonly FrozenDictionary<string, EntityMap> entities;

    private readonly FrozenDictionary<string, GroupMap> groups;

    internal GraphMap(IEnumerable<EntityMap> entities, IEnumerable<Grouping> groupings, CoverageMart coverage)
    {
        this.entities = entities.ToFrozenDictionary(entity => entity.TypeName, StringComparer.Ordinal);
        groups = groupings.ToFrozenDictionary(grouping => grouping.Item, new GroupMapBuilder(this.entities).Build, StringComparer.Ordinal);
        Coverage = coverage;
    }

    /// <summary>What <c>Query.coverage</c> reads.</summary>
    internal CoverageMart Coverage { get; }

    /// <summary>How rows of a type are grouped; asking for a type without groups is a fault and throws.</summary>
    internal GroupMap GroupsOf(string typeName) => groups[typeName];

    /// <summary>Every mapped type, sorted by name.</summary>
    public IEnumerable<EntityMap> Entities => entities.Values.OrderBy(entity => entity.TypeName, StringComparer.Ordinal);

    /// <summary>The map of a type; a type without one is a fault of the map and throws.</summary>
    public EntityMap this[string typeName] =>
        entities.TryGetValue(typeName, out var map)
            ? map
            : throw new InvalidOperationException($"Type {typeName} has no table in the map.");

    public bool Has(string typeName) => entities.ContainsKey(typeName);

    /// <summary>The organisational graph and the coverage mart, for the contract in <c>schema/graphql</c>.</summary>
    public static GraphMap For(Schema schema)
    {
        var map = new GraphMapBuilder(schema);
        // One line a subject; organizations first, because the others add fields to them.
        OrganizationsMap.Add(map);
        MembersMap.Add(map);
        AppointmentsMap.Add(map);
        ActivitiesMap.Add(map);
        CategoriesMap.Add(map);
        CoverageMap.Add(map);
        LeadingGroupsMap.Add(map);
        AssessmentsMap.Add(map);
        WorkPointsMap.Add(map);
        DocumentsMap.Add(map);
        EvidenceMap.Add(map);
        MendingMap.Add(map);
        IndicatorsMap.Add(map);
        RegistersMap.Add(map);
        return map.Build(CoverageMart.For(map));
    }
}
