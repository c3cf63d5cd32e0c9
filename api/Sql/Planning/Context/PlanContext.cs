using System.Collections.Frozen;
using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Planning.Context;

/// <summary>What the planners of one operation share.</summary>
internal sealed class PlanContext(Schema schema, GraphMap map, QueryLimits limits)
{
    private readonly ImmutableArray<GraphQLError>.Builder errors = ImmutableArray.CreateBuilder<GraphQLError>();

    public Schema Schema { get; } = schema;

    public GraphMap Map { get; } = map;

    public QueryLimits Limits { get; } = limits;

    public ImmutableArray<GraphQLError> Errors => errors.ToImmutable();

    /// <summary>Types that <c>node</c> can find: the names an identity may carry.</summary>
    public FrozenSet<string> NodeTypes { get; } =
        schema.Type("Node") is InterfaceType node
            ? schema.PossibleTypes(node).Select(type => type.Name).ToFrozenSet(StringComparer.Ordinal)
            : [];

    public void Fail(string code, string message, SourceLocation location) => errors.Add(new GraphQLError(code, message, location));
}
