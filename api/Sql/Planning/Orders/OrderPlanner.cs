using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Orders;

/// <summary><c>order</c> → the columns to sort by, ended by the key so that no two rows are equal.</summary>
internal sealed class OrderPlanner(PlanContext context)
{
    private readonly AggregateOrders aggregateOrders = new(context.Map);

    /// <summary>Also tells the order as text, which cursors carry as a tag.</summary>
    public (ImmutableArray<OrderKey> Order, string Signature) Plan(
        InputValue? order,
        IReadOnlyDictionary<string, FieldMap> fields,
        string typeName,
        string alias,
        Scope scope,
        IEnumerable<OrderKey> tieBreakers
    )
    {
        var keys = ImmutableArray.CreateBuilder<OrderKey>();
        var signature = new List<string> { typeName };
        foreach (var item in order is InputList list ? list.Items : [])
        {
            if (Keys(item, "").Take(2).ToList() is [var one, var other])
            {
                context.Fail(
                    "SP-ORDER-001",
                    $"One entry of \"order\" has two keys, \"{one}\" and \"{other}\". Fields of an input object have no order among each "
                        + "other: give each key an entry of its own, the weightiest first, as in order: [{ a: ASC }, { b: DESC }].",
                    item.Location
                );
            }

            Add(item, fields, typeName, alias, scope, "", keys, signature);
        }

        foreach (var last in tieBreakers)
        {
            keys.Add(last);
        }

        return (keys.ToImmutable(), string.Join(',', signature));
    }

    private static IEnumerable<string> Keys(InputValue value, string path) =>
        value switch
        {
            InputStructural => [path],
            InputObject item => item.Fields.SelectMany(field => Keys(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
            _ => [],
        };

    private void Add(
        InputValue value,
        IReadOnlyDictionary<string, FieldMap> fields,
        string typeName,
        string alias,
        Scope scope,
        string prefix,
        ImmutableArray<OrderKey>.Builder keys,
        List<string> signature
    )
    {
        foreach (var (name, direction) in value is InputObject item ? item.Fields : [])
        {
            switch (direction)
            {
                case InputStructural { Value: var word }:
                    var (expression, type) = FieldExpressions.Of(fields[name], name, alias, scope)
                        ?? throw new InvalidOperationException($"{name} can be sorted by contract, but not by its map.");
                    var directed = Direction.Of(word);
                    var isNullable = !IsOwnAndPresent(typeName, prefix, name, fields[name]);
                    keys.Add(
                        new OrderKey(expression, type, directed.Descending, IsNullable: isNullable)
                        {
                            // Without nulls it is the usual order, which an index has.
                            NullsLeast = isNullable && directed.NullsLeast,
                        }
                    );
                    signature.Add($"{prefix}{name} {directed}");
                    break;
                case InputObject nested when fields[name] is EmbeddedMap embedded:
                    Add(nested, embedded.Fields, typeName, alias, scope, $"{prefix}{name}.", keys, signature);
                    break;
                case InputObject aggregates when fields[name] is ToManyMap many:
                    foreach (var (key, text) in aggregateOrders.Plan(aggregates, many, name, alias, scope))
                    {
                        keys.Add(key);
                        signature.Add($"{prefix}{name}.{text}");
                    }

                    break;
                case InputObject nested when fields[name] is ToOneMap one:
                    var target = scope.Join(alias, name, one.Path);
                    Add(nested, context.Map[one.TargetType].Fields, typeName, target, scope, $"{prefix}{name}.", keys, signature);
                    break;
            }
        }
    }

    // What is reached through a join may be missing, whatever its own table says.
    private bool IsOwnAndPresent(string typeName, string prefix, string name, FieldMap map) =>
        prefix.Length == 0
        && map is (ColumnMap or IdentityMap)
        && context.Schema.Type(typeName) is ObjectType type
        && type.Field(name) is { Type.IsNonNull: true };
}
