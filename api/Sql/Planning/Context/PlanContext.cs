using System.Collections.Frozen;
using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Context;

/// <summary>What the planners of one operation share.</summary>
internal sealed class PlanContext(Schema schema, GraphMap map, QueryLimits limits)
{
    private readonly List<Parameter> given = [];
    private readonly ImmutableArray<GraphQLError>.Builder errors = ImmutableArray.CreateBuilder<GraphQLError>();

    public Schema Schema { get; } = schema;

    public GraphMap Map { get; } = map;

    public QueryLimits Limits { get; } = limits;

    /// <summary>Whose rows the caller sees.</summary>
    public PlanScope Scope { get; init; }

    public ImmutableArray<GraphQLError> Errors => errors.ToImmutable();

    /// <summary>Types that <c>node</c> can find: the names an identity may carry.</summary>
    public FrozenSet<string> NodeTypes { get; } =
        schema.Type("Node") is InterfaceType node
            ? schema.PossibleTypes(node).Select(type => type.Name).ToFrozenSet(StringComparer.Ordinal)
            : [];

    /// <summary>Values of the client that must be right, selected or not: sizes and cursors of pages.</summary>
    public ImmutableArray<Parameter> Checked => [.. given];

    /// <summary>
    /// The way to the rows that the caller may see, for a list of the root: policies alone would look at everybody's. Nothing more than
    /// that: what may be seen is decided by policies.
    /// </summary>
    public Predicate Path(FromItem rows) =>
        Scope == PlanScope.Committee && rows is FromTable table && Places.Contains(table.Table)
            ? new IsInScope(table.Alias, Places.Column)
            : Predicate.Always;

    /// <summary>The same of figures that name their committee.</summary>
    public Predicate PathByCommittee(string alias, string column) =>
        Scope == PlanScope.Committee ? new IsOfScope(alias, column) : Predicate.Always;

    public void Check(IEnumerable<Parameter> parameters) => given.AddRange(parameters);

    public void Fail(string code, string message, SourceLocation location) => errors.Add(new GraphQLError(code, message, location));
}
