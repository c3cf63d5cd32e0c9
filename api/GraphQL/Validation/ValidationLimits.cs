namespace SocietyParty.GraphQL.Validation;

/// <summary>What an operation may write, its fragments included, each counted once; what they spread to is the binder's concern.</summary>
/// <param name="AliasesMax">Fields with an alias.</param>
/// <param name="DirectivesMax">Directives wherever they stand.</param>
/// <param name="ComparisonsMax">Fields looked at to find out whether overlapping ones agree; far above what people write.</param>
/// <param name="ErrorsMax">Errors reported; the rest would help nobody and cost us.</param>
public sealed record ValidationLimits(
    int AliasesMax = 200,
    int DirectivesMax = 100,
    int ComparisonsMax = 100_000,
    int ErrorsMax = ValidationLimits.ErrorsMaxDefault
)
{
    /// <summary>Errors reported at most, if not said otherwise.</summary>
    public const int ErrorsMaxDefault = 9;

    /// <summary>For documents of strangers.</summary>
    public static readonly ValidationLimits Default = new();
}
