using System.Collections.Frozen;
using System.Text;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.Sql.Mapping;

/// <summary>
/// Maps by convention: a leaf field is the column of the same name in snake_case, a field of an object type is that type's key in
/// the column <c>field_id</c>, <c>id</c> is the identity. What differs is given as an exception.
/// </summary>
internal sealed class GraphMapBuilder(Schema schema)
{
    private readonly List<(
        ObjectType Type,
        string Table,
        string? Key,
        Dictionary<string, FieldMap> Exceptions,
        string? Within,
        string? OnDay
    )> entities = [];

    /// <param name="within">Of a type marked <c>@tree</c>: see <see cref="EntityMap.Within"/>.</param>
    /// <param name="onDay">See <see cref="EntityMap.OnDay"/>.</param>
    public GraphMapBuilder Entity(
        string typeName,
        string table,
        string? key,
        Dictionary<string, FieldMap>? exceptions = null,
        string? within = null,
        string? onDay = null
    )
    {
        entities.Add((ObjectTypeOf(typeName), table, key, exceptions ?? [], within, onDay));
        return this;
    }

    /// <summary>Fields that another subject adds to a type which stands in the map already.</summary>
    public GraphMapBuilder Extend(string typeName, Dictionary<string, FieldMap> fields)
    {
        var entity = entities.Single(entity => entity.Type.Name == typeName);
        foreach (var (name, field) in fields)
        {
            entity.Exceptions.Add(name, field);
        }

        return this;
    }

    public GraphMap Build(CoverageMart coverage)
    {
        var tables = entities.ToDictionary(entity => entity.Type.Name, entity => (entity.Table, entity.Key), StringComparer.Ordinal);
        return new GraphMap(
            entities.Select(entity => new EntityMap(
                entity.Type.Name,
                entity.Table,
                entity.Key,
                entity.Type.Fields.ToFrozenDictionary(
                    field => field.Name,
                    field =>
                        entity.Exceptions.TryGetValue(field.Name, out var exception)
                            ? exception
                            : ByConvention(entity.Type, field, entity.Key, tables),
                    StringComparer.Ordinal
                )
            )
            {
                Within = entity.Within,
                OnDay = entity.OnDay,
            }),
            schema.Groupings.Values,
            coverage
        );
    }

    /// <summary>Fields of an object that is written from the row of another one.</summary>
    public EmbeddedMap Embedded(string typeName, Dictionary<string, FieldMap> exceptions)
    {
        var type = ObjectTypeOf(typeName);
        return new EmbeddedMap(
            type.Fields.ToFrozenDictionary(
                field => field.Name,
                field =>
                    exceptions.TryGetValue(field.Name, out var exception)
                        ? exception
                        : new ColumnMap(SnakeCase(field.Name), SqlTypes.Of(field.Type.Named)),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary><c>statusSince</c> → <c>status_since</c>.</summary>
    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter))
            {
                text.Append('_').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                text.Append(letter);
            }
        }

        return text.ToString();
    }

    private ObjectType ObjectTypeOf(string name) =>
        schema.Type(name) as ObjectType
        ?? throw new InvalidOperationException($"The map names type {name}, which the contract does not have.");

    private static FieldMap ByConvention(
        ObjectType type,
        FieldDefinition field,
        string? key,
        Dictionary<string, (string Table, string? Key)> tables
    )
    {
        var named = field.Type.Named;
        if (named.IsLeaf && !field.Type.IsList)
        {
            return field.Name == "id" && key is not null ? new IdentityMap(key) : new ColumnMap(SnakeCase(field.Name), SqlTypes.Of(named));
        }

        if (!field.Type.IsList && tables.TryGetValue(named.Name, out var target) && target.Key is not null)
        {
            return new ToOneMap(named.Name, new JoinPath(new JoinStep(target.Table, target.Key, SnakeCase(field.Name) + "_id")));
        }

        throw new InvalidOperationException($"{type.Name}.{field.Name} has no column by convention; give it a map of its own.");
    }
}
