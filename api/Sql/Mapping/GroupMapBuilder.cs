using System.Collections.Frozen;
using System.Collections.Immutable;
using SocietyParty.GraphQL.TypeSystem.Derivation;

namespace SocietyParty.Sql.Mapping;

/// <summary>Derived groups → what their keys and measures read, by the maps of the types that they lead through.</summary>
internal sealed class GroupMapBuilder(IReadOnlyDictionary<string, EntityMap> entities)
{
    public GroupMap Build(Grouping grouping)
    {
        var keys = grouping.Keys.ToDictionary(key => key.Value, key => (key.Field, Map: Key(grouping, key)), StringComparer.Ordinal);
        var measures = grouping.Measures.Select(measure => (Measure: measure, Map: Measure(grouping, measure))).ToList();
        var fields = new Dictionary<string, FieldMap>
        {
            ["key"] = Embedded(keys.Values.Select(key => (key.Field, KeyField(key.Map)))),
            [GroupMap.Count] = new ColumnMap(GroupMap.Count, SqlType.Int),
        };
        foreach (var function in measures.GroupBy(measure => measure.Measure.Function))
        {
            fields.Add(FieldOf(function.Key), Measured([.. function]));
        }

        return new GroupMap(
            keys.ToFrozenDictionary(key => key.Key, key => key.Value.Map, StringComparer.Ordinal),
            [new GroupMeasureMap(GroupMap.Count, AggregateFunction.Count, null, SqlType.Int), .. measures.Select(measure => measure.Map)],
            new EntityMap(grouping.Group, entities[grouping.Item].Table, Key: null, fields.ToFrozenDictionary(StringComparer.Ordinal))
        );
    }

    private GroupKeyMap Key(Grouping grouping, GroupingKey key)
    {
        var part = key.Part switch
        {
            GroupingPart.Year => DatePart.Year,
            GroupingPart.Month => DatePart.Month,
            _ => DatePart.Whole,
        };
        var path = Path(grouping, key.Path, part);
        return new(
            $"key.{key.Field}",
            part switch
            {
                DatePart.Year => SqlType.Int,
                DatePart.Month => SqlType.Date,
                _ => TypeOf(path, grouping),
            },
            path
        );
    }

    private GroupMeasureMap Measure(Grouping grouping, GroupingMeasure measure)
    {
        var path = Path(grouping, measure.Path, DatePart.Whole);
        var type = TypeOf(path, grouping);
        var (function, result) = (measure.Function, type) switch
        {
            (GroupingFunction.Sum, SqlType.Int) => (AggregateFunction.Sum, SqlType.Long),
            (GroupingFunction.Sum, SqlType.Long) => (AggregateFunction.Sum, SqlType.Numeric),
            (GroupingFunction.Sum, _) => (AggregateFunction.Sum, type),
            (GroupingFunction.Avg, SqlType.Real) => (AggregateFunction.Mean, type),
            (GroupingFunction.Avg, _) => (AggregateFunction.Mean, SqlType.Numeric),
            (GroupingFunction.Min, _) => (AggregateFunction.Least, type),
            _ => (AggregateFunction.Greatest, type),
        };
        return new($"{FieldOf(measure.Function)}.{string.Join('.', measure.Path)}", function, path, result);
    }

    private ValuePath Path(Grouping grouping, ImmutableArray<string> names, DatePart part)
    {
        var fields = ImmutableArray.CreateBuilder<(string, FieldMap)>();
        var entity = entities[grouping.Item];
        foreach (var name in names)
        {
            var map = entity.Fields[name];
            fields.Add((name, map));
            if (fields.Count < names.Length)
            {
                entity = map is ToOneMap one ? entities[one.TargetType] : throw Unusable(grouping, names);
            }
        }

        return new(fields.ToImmutable(), part);
    }

    private SqlType TypeOf(ValuePath path, Grouping grouping) =>
        path.Fields[^1].Map switch
        {
            ColumnMap column => column.Type,
            JoinedColumnMap joined => joined.Type,
            RatioMap => SqlType.Numeric,
            ToOneMap one => entities[one.TargetType].KeyType,
            _ => throw Unusable(grouping, path.Fields.Select(field => field.Name)),
        };

    private FieldMap KeyField(GroupKeyMap key) =>
        key.Source.Fields[^1].Map is ToOneMap one && entities[one.TargetType] is var target
            ? new ToOneMap(one.TargetType, new JoinPath(new JoinStep(target.Table, target.RequiredKey, key.Column)))
            : new ColumnMap(key.Column, key.Type);

    private static EmbeddedMap Measured(IReadOnlyList<(GroupingMeasure Measure, GroupMeasureMap Map)> measures) =>
        Embedded([
            .. measures.Where(measure => measure.Measure.Path.Length == 1).Select(Field),
            .. measures
                .Where(measure => measure.Measure.Path.Length > 1)
                .GroupBy(measure => measure.Measure.Path[0])
                .Select(reference => (reference.Key, (FieldMap)Embedded(reference.Select(Field)))),
        ]);

    private static (string, FieldMap) Field((GroupingMeasure Measure, GroupMeasureMap Map) measure) =>
        (measure.Measure.Path[^1], new ColumnMap(measure.Map.Name, measure.Map.Type));

    private static EmbeddedMap Embedded(IEnumerable<(string Name, FieldMap Map)> fields) =>
        new(fields.ToFrozenDictionary(field => field.Name, field => field.Map, StringComparer.Ordinal));

    private static string FieldOf(GroupingFunction function) => function.ToString().ToLowerInvariant();

    private static InvalidOperationException Unusable(Grouping grouping, IEnumerable<string> path) =>
        new(
            $"{grouping.Item}.{string.Join('.', path)} can be grouped or measured by contract, but not by its map. Mark the field "
                + "@unfilterable."
        );
}
