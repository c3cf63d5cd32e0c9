using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Execution;

/// <summary>What an operation may grow to once its fragments are spread; a small document can stand for a huge selection.</summary>
/// <param name="FieldsMax">Selections read while fragments are spread, counted once per possible type.</param>
/// <param name="DepthMax">Nested fields.</param>
/// <param name="InputsMax">Input objects in all arguments, written or in variables: each becomes a part of the statement.</param>
public sealed record BinderLimits(int FieldsMax = 20_000, int DepthMax = 64, int InputsMax = 2_000)
{
    public static readonly BinderLimits Default = new();
}

/// <summary>Leaves the binder from any depth; <see cref="OperationBinder"/> turns it into a value, nobody else sees it.</summary>
internal sealed class BindException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
