using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Filters;

/// <summary>
/// The operations on one leaf: <c>eq neq in nin gt …</c>, with HotChocolate's meaning: a negated operation also finds null.
/// </summary>
/// <param name="context">Knows the types of identities, and takes what is wrong.</param>
/// <param name="hasGrams">Whether an index finds a text within the leaf's text.</param>
/// <param name="keyOf">The type whose identities are compared; null where plain values are.</param>
internal sealed class OperationFilter(PlanContext context, SqlExpression expression, SqlType type, string? keyOf, bool hasGrams)
{
    public Predicate Plan(InputObject operations) =>
        AllOf.Of(
            operations.Fields.Select(operation =>
                operation.Name switch
                {
                    "and" => AllOf.Of(Nested(operation.Value)),
                    "or" => Nested(operation.Value).ToImmutableArray() is { IsEmpty: false } items ? new AnyOf(items) : Predicate.Always,
                    "eq" => Equal(operation.Value),
                    "neq" => new Not(Equal(operation.Value)),
                    _ => operation.Value is InputLeaf leaf ? Leaf(operation.Name, leaf) : Predicate.Always,
                }
            )
        );

    /// <summary>An identity of a type as the key that it stands for.</summary>
    public static ParameterExpression KeyOf(InputLeaf leaf, string typeName, PlanContext context) =>
        new(new Parameter(leaf.Source, new KeyConversion(typeName, context.NodeTypes, OthersAreNull: false), SqlType.Key, leaf.Location));

    private Predicate Leaf(string operation, InputLeaf leaf) =>
        operation switch
        {
            "within" => Within(leaf),
            "in" => In(leaf),
            "nin" => new Not(In(leaf)),
            "gt" => Compared(Comparison.Greater, leaf),
            "ngt" => new Not(Compared(Comparison.Greater, leaf)),
            "gte" => Compared(Comparison.GreaterOrEqual, leaf),
            "ngte" => new Not(Compared(Comparison.GreaterOrEqual, leaf)),
            "lt" => Compared(Comparison.Less, leaf),
            "nlt" => new Not(Compared(Comparison.Less, leaf)),
            "lte" => Compared(Comparison.LessOrEqual, leaf),
            "nlte" => new Not(Compared(Comparison.LessOrEqual, leaf)),
            "contains" => Found(leaf, openStart: true, openEnd: true),
            "ncontains" => new Not(Like(leaf, openStart: true, openEnd: true)),
            "startsWith" => Found(leaf, openStart: false, openEnd: true),
            "nstartsWith" => new Not(Like(leaf, openStart: false, openEnd: true)),
            "endsWith" => Found(leaf, openStart: true, openEnd: false),
            "nendsWith" => new Not(Like(leaf, openStart: true, openEnd: false)),
            _ => throw new InvalidOperationException($"The contract has the operation \"{operation}\", but nothing plans it."),
        };

    private IEnumerable<Predicate> Nested(InputValue value) => value is InputList list ? list.Items.OfType<InputObject>().Select(Plan) : [];

    private Predicate Equal(InputValue value) =>
        value switch
        {
            InputLeaf leaf => Compared(Comparison.Equal, leaf),
            _ => new IsNull(expression),
        };

    private Predicate Within(InputLeaf leaf)
    {
        if (keyOf is not null && context.Map[keyOf].Within is { } function)
        {
            return new IsWithin(expression, function, KeyOf(leaf, keyOf, context));
        }

        context.Fail(
            "SP-FILTER-002",
            $"\"within\" asks for what is below something in a tree; a {keyOf ?? "value"} stands in none. Use \"eq\" or \"in\".",
            leaf.Location
        );
        return Predicate.Always;
    }

    private Compare In(InputLeaf leaf) => Compared(Comparison.InArray, leaf, new EachConversion(Conversion, type), isArray: true);

    // What is negated is no work for an index.
    private Predicate Found(InputLeaf leaf, bool openStart, bool openEnd) =>
        hasGrams
            ? AllOf.Of(Compared(Comparison.HasGrams, leaf, new GramsConversion(), isArray: true), Like(leaf, openStart, openEnd))
            : Like(leaf, openStart, openEnd);

    private Compare Like(InputLeaf leaf, bool openStart, bool openEnd) =>
        Compared(Comparison.Like, leaf, new PatternConversion(openStart, openEnd));

    private Compare Compared(Comparison comparison, InputLeaf leaf) => Compared(comparison, leaf, Conversion);

    private Compare Compared(Comparison comparison, InputLeaf leaf, Conversion conversion, bool isArray = false) =>
        new(expression, comparison, new ParameterExpression(new Parameter(leaf.Source, conversion, type, leaf.Location, isArray)));

    private Conversion Conversion =>
        keyOf is null ? Plans.Conversion.None : new KeyConversion(keyOf, context.NodeTypes, OthersAreNull: false);
}
