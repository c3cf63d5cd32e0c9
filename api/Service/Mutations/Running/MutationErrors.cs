using SocietyParty.Rules;
using SocietyParty.Service.Model;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>The types that implement <c>Error</c> in the contract.</summary>
internal enum MutationErrorKind
{
    RuleViolation,
    UnacceptedWarning,
    NotFoundError,
    InputError,
    VersionConflict,
    IdempotencyConflict,
    Interruption,
}

/// <summary>Why a mutation was refused.</summary>
/// <param name="Conflict">Of a version conflict.</param>
internal sealed record MutationError(MutationErrorKind Kind, Breach Breach, Conflict? Conflict = null);

/// <summary>What a version conflict tells beside the breach.</summary>
/// <param name="Type">Of the thing, as <see cref="Change.SubjectType"/> has it.</param>
/// <param name="Id">Its key.</param>
/// <param name="Version">That it has now.</param>
/// <param name="Last">Who changed it last; null where no mutation of the thing itself did.</param>
internal sealed record Conflict(string Type, long Id, int Version, Change? Last = null);

/// <summary>What a mutation gives: the key of what it changed, or errors.</summary>
internal sealed record MutationOutcome(long? Changed, IReadOnlyList<MutationError> Errors, IReadOnlyList<MutationError> Warnings)
{
    public static MutationOutcome Refused(params IReadOnlyList<MutationError> errors) => new(null, errors, []);

    /// <summary>The database failed.</summary>
    /// <param name="key">Of the sentence that says what became of the change.</param>
    public static MutationOutcome Interrupted(string key) =>
        Refused(new MutationError(MutationErrorKind.Interruption, new Breach(key, [], null, Path: [])));
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
