using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>An operation of a validated document, bound to the schema: fragments merged, conditions resolved, arguments typed.</summary>
public sealed class OperationBinder
{
    private readonly Schema schema;
    private readonly FieldCollector collector;
    private readonly ArgumentBinder arguments;
    private readonly BinderLimits limits;

    private OperationBinder(Schema schema, Document document, CoercedVariables variables, BinderLimits limits)
    {
        this.schema = schema;
        this.limits = limits;
        collector = new FieldCollector(schema, document, variables, limits);
        arguments = new ArgumentBinder(variables, limits);
    }

    /// <summary>Reads of the variables only what <see cref="CoercedVariables.ShapeKey"/> holds.</summary>
    public static Outcome<BoundOperation> Bind(
        Schema schema,
        Document document,
        string? operationName,
        CoercedVariables variables,
        BinderLimits? limits = null
    )
    {
        var selected = OperationSelection.Select(document, operationName);
        if (!selected.TryGet(out var operation))
        {
            return selected.Errors;
        }

        if (schema.Root(operation.Kind) is not { } root)
        {
            return new GraphQLError(
                ExecutionErrors.RootMissing,
                $"Schema is not configured to execute {operation.Kind.ToString().ToLowerInvariant()} operation.",
                operation.Location
            );
        }

        try
        {
            var binder = new OperationBinder(schema, document, variables, limits ?? BinderLimits.Default);
            return new BoundOperation(operation.Kind, root, binder.Fields(root, [operation.SelectionSet], depth: 1));
        }
        catch (BindException failure)
        {
            return failure.Error;
        }
    }

    private ImmutableArray<SelectedField> Fields(ObjectType type, IReadOnlyList<SelectionSetNode> sets, int depth)
    {
        var collected = collector.Collect(type, sets);
        if (depth > limits.DepthMax && collected.Count > 0)
        {
            throw new BindException(
                new GraphQLError(
                    ExecutionErrors.TooDeep,
                    $"Fields cannot be nested deeper than {limits.DepthMax} levels.",
                    collected[0][0].Location
                )
            );
        }
        // A loop, for each level stands on the stack: a query's iterator and the dictionary's constructor would stand there, too.
        var fields = ImmutableArray.CreateBuilder<SelectedField>(collected.Count);
        foreach (var nodes in collected)
        {
            fields.Add(Field(type, nodes, depth));
        }

        return fields.MoveToImmutable();
    }

    private SelectedField Field(ObjectType parent, List<FieldNode> nodes, int depth)
    {
        var node = nodes[0];
        var field = schema.Field(parent, node.Name.Value)
            ?? throw new BindException(
                new GraphQLError(ExecutionErrors.FieldUnknown, $"Cannot query field \"{node.Name}\" on type \"{parent}\".", node.Location)
            );
        return new SelectedField
        {
            ResponseKey = node.ResponseKey,
            Field = field,
            ParentType = parent,
            Arguments = arguments.Bind(field, node),
            Location = node.Location,
            Selections = field.Type.Named is CompositeType type ? Selections(type, nodes, depth) : null,
        };
    }

    private SelectionSet Selections(CompositeType type, List<FieldNode> nodes, int depth)
    {
        var sets = nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>().ToList();
        var possible = schema.PossibleTypes(type);
        var fields = new List<KeyValuePair<ObjectType, ImmutableArray<SelectedField>>>(possible.Length);
        foreach (var candidate in possible)
        {
            fields.Add(KeyValuePair.Create(candidate, Fields(candidate, sets, depth + 1)));
        }

        return new SelectionSet(type, fields);
    }
}
