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
    /// <param name="breach">Says what became of the change.</param>
    public static MutationOutcome Interrupted(Breach breach) => Refused(new MutationError(MutationErrorKind.Interruption, breach));
}
