using SocietyParty.Rules;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>The types that implement <c>Error</c> in the contract.</summary>
internal enum MutationErrorKind
{
    RuleViolation,
    NotFoundError,
    InputError,
    VersionConflict,
    IdempotencyConflict,
}

/// <summary>Why a mutation was refused.</summary>
/// <param name="CurrentVersion">Of a version conflict.</param>
internal sealed record MutationError(MutationErrorKind Kind, Breach Breach, int CurrentVersion = 0);

/// <summary>What a mutation gives: the key of what it changed, or errors.</summary>
internal sealed record MutationOutcome(long? Changed, IReadOnlyList<MutationError> Errors, IReadOnlyList<MutationError> Warnings)
{
    public static MutationOutcome Refused(params IReadOnlyList<MutationError> errors) => new(null, errors, []);
}

/// <summary>A constraint of the database that a mutation can run into, in the caller's words.</summary>
/// <param name="Constraint">Its name in the database.</param>
internal sealed record ConstraintError(
    string Constraint,
    string Key,
    IReadOnlyList<(string Name, object? Value)> Arguments,
    string? Clause = null,
    params IReadOnlyList<string> Path
);

/// <summary>The constraints of one subject; found by reflection.</summary>
internal interface IConstraintErrors
{
    IEnumerable<ConstraintError> All { get; }
}
