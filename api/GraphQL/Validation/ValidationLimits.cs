namespace SocietyParty.GraphQL.Validation;

/// <summary>What an operation may write, its fragments included, each counted once; what they spread to is the binder's concern.</summary>
/// <param name="AliasesMax">Fields with an alias.</param>
/// <param name="DirectivesMax">Directives wherever they stand.</param>
public sealed record ValidationLimits(int AliasesMax = 200, int DirectivesMax = 100)
{
    /// <summary>For documents of strangers.</summary>
    public static readonly ValidationLimits Default = new();
}
