using System.Data;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Access;
using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Inputs;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>
/// Runs a mutation in one serializable transaction and records it. Two mutations that cannot both be right do not both happen: one is
/// tried again and sees what the other did. It is tried again alone: PostgreSQL knows what was read by pages, of which a city's tables
/// have few, so changes that have nothing to do with each other disturb each other, and would do so again.
/// </summary>
internal sealed partial class MutationTransaction(
    GraphContexts graphs,
    MutationCatalogue catalogue,
    TimeProvider clock,
    ILogger<MutationTransaction> log
)
{
    /// <summary>Tries before a mutation that others keep disturbing fails.</summary>
    internal const int TriesMax = 8;

    // A row that stands there already may have come from a transaction at the same moment: then the next try sees it, and the mutation
    // says what it means. Where it stood there before, the database says the same again.
    private const int TriesOfDoubt = 3;

    private const string KeyConstraint = "change_idempotency_key";

    /// <param name="name">Of the field.</param>
    /// <param name="input">Its input, as <see cref="GraphQL.Execution.InputTree"/> gives it.</param>
    /// <param name="subjectType">Of what is changed.</param>
    /// <param name="access">Who asks.</param>
    public async Task<MutationOutcome> RunAsync(
        string name,
        IReadOnlyDictionary<string, object?> input,
        string subjectType,
        RequestAccess access,
        CancellationToken ct
    )
    {
        var key = (string?)input.GetValueOrDefault(MutationCatalogue.Key);
        if (RequestKeys.Check(key, MutationCatalogue.Key) is { } unfit)
        {
            return Refused(unfit);
        }

        var hash = InputHash.Of(name, input, MutationCatalogue.OfRequest);
        var accepted = (input.GetValueOrDefault(MutationCatalogue.AcceptedWarnings) as IReadOnlyList<object?>)?.ToHashSet();
        var request = new Request(catalogue[name], catalogue.Bind(name, input), key, hash, subjectType, access, accepted);
        var outcome = await UndisturbedAsync(request, ct);
        // Asked of what is refused alone: what was done under the key may be why. What is done twice meets the key's constraint.
        return outcome.Changed is null && key is not null && await graphs.DoneAsync(access, key, ct) is { } done
            ? Repeated(done, request)
            : outcome;
    }

    private async Task<MutationOutcome> UndisturbedAsync(Request request, CancellationToken ct)
    {
        var access = request.Access;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(request, isAlone: tries > 1, ct);
            }
            // Of a row that is seen and not changed, as another committee's joint branch, a policy lets the statement find none.
            catch (DbUpdateConcurrencyException error) when (!access.SeesEverything && Cause(error) is null)
            {
                NotGranted(log, access.Role, error);
                return Refused(ChangeOutcome.NotAllowed);
            }
            catch (Exception error) when (Cause(error) is { } cause)
            {
                // Another transaction was faster; what it did is there now, so the next try decides with it.
                if (tries < (MayBeDisturbed(cause) ? TriesOfDoubt : TriesMax) && (IsDisturbed(cause) || MayBeDisturbed(cause)))
                {
                    continue;
                }

                if (Refusal(cause, access) is { } refusal)
                {
                    return refusal;
                }
                // Without EF Core's wrapping, so that an outage is recognised as one.
                ExceptionDispatchInfo.Throw(cause);
            }
        }
    }

    /// <summary>What the database refused for the input's sake; null for an outage and for a fault of the program.</summary>
    private MutationOutcome? Refusal(NpgsqlException cause, RequestAccess access)
    {
        switch (cause as PostgresException)
        {
            // An index holds a third of a page; its name says nothing of what is wrong.
            case { SqlState: PostgresErrorCodes.ProgramLimitExceeded }:
                return Refused(ChangeOutcome.TextTooLong);
            case { SqlState: PostgresErrorCodes.NumericValueOutOfRange }:
                return Refused(ChangeOutcome.NumberOutOfRange);
            // Also what a policy refuses.
            case { SqlState: PostgresErrorCodes.InsufficientPrivilege } when !access.SeesEverything:
                NotGranted(log, access.Role, cause);
                return Refused(ChangeOutcome.NotAllowed);
            case { ConstraintName: { } constraint } when ConstraintErrors.All.TryGetValue(constraint, out var known):
                return MutationOutcome.Refused(new MutationError(MutationErrorKind.RuleViolation, known.Breach));
            case { ConstraintName: { } constraint, SqlState: ['2', '3', ..] }:
                Unnamed(log, constraint, cause);
                return Refused(ChangeOutcome.Unnamed(constraint));
            default:
                return null;
        }
    }

    private static MutationOutcome Refused(Breach breach) =>
        MutationOutcome.Refused(new MutationError(MutationErrorKind.InputError, breach));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mutation ran into {Constraint}, which no IConstraintErrors names")]
    private static partial void Unnamed(ILogger log, string constraint, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mutation was refused to the role {Role}")]
    private static partial void NotGranted(ILogger log, AccessRole role, Exception error);

    private async Task<MutationOutcome> TryAsync(Request request, bool isAlone, CancellationToken ct)
    {
        await using var graph = graphs.Create(request.Access);
        await using var transaction = await graph.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        // Not at first: everyone with a neighbouring key would read the page that would hold this one, and all of them write to it.
        var (today, done) = await GraphContexts.EnterAsync(graph, request.Access, isAlone, isAlone ? request.Key : null, ct);
        if (done is not null)
        {
            return Repeated(done, request);
        }

        var context = new MutationContext(graph, request.Access, clock.GetUtcNow(), today);
        var result = await request.Mutation.RunAsync(request.Input, context, ct);
        if (context.HasErrors || result.Changed is not { } changed)
        {
            return new MutationOutcome(null, await WithLastChangeAsync(graph, context.Errors, ct), context.Warnings);
        }

        await graph.SaveChangesAsync(ct);
        // After the database has checked the change too: nobody confirms what is refused in the end.
        if (request.Unaccepted(context.Warnings) is { Count: > 0 } unaccepted)
        {
            return new MutationOutcome(null, unaccepted, []);
        }

        await GraphContexts.CommitAsync(
            graph,
            new Change
            {
                Actor = request.Actor,
                Mutation = request.Mutation.Name,
                SubjectType = request.SubjectType,
                SubjectId = changed.Id,
                IdempotencyKey = request.Key,
                InputHash = request.Hash,
            },
            ct
        );
        return new MutationOutcome(changed.Id, [], context.Warnings);
    }

    /// <summary>Who reads of a conflict wants to know with whom.</summary>
    private static async Task<IReadOnlyList<MutationError>> WithLastChangeAsync(
        GraphContext graph,
        IReadOnlyList<MutationError> errors,
        CancellationToken ct
    )
    {
        var told = new List<MutationError>(errors.Count);
        foreach (var error in errors)
        {
            told.Add(
                error.Conflict is not { } conflict
                    ? error
                    : error with
                    {
                        Conflict = conflict with
                        {
                            Last = await graph
                                .Set<Change>()
                                .AsNoTracking()
                                .Where(change => change.SubjectType == conflict.Type && change.SubjectId == conflict.Id)
                                .OrderByDescending(change => change.Id)
                                .FirstOrDefaultAsync(ct),
                        },
                    }
            );
        }

        return told;
    }

    private static MutationOutcome Repeated(DoneChange done, Request request) =>
        RequestKeys.Repeats(done.InputHash == request.Hash, done.Mutation, MutationCatalogue.Key) is { } other
            ? MutationOutcome.Refused(new MutationError(MutationErrorKind.IdempotencyConflict, other))
            : new MutationOutcome(done.SubjectId, [], []);

    /// <summary>What the database said, however deep EF Core wrapped it; null for a fault of the program.</summary>
    private static NpgsqlException? Cause(Exception? error) =>
        error is null ? null : error as NpgsqlException ?? Cause(error.InnerException);

    private static bool IsDisturbed(NpgsqlException error) =>
        error
            is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
                or PostgresException { ConstraintName: KeyConstraint };

    private static bool MayBeDisturbed(NpgsqlException error) =>
        error is PostgresException { ConstraintName: not KeyConstraint } refused
        && refused.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation;

    /// <param name="Accepted">Codes of warnings; null: all of them.</param>
    private sealed record Request(
        Mutation Mutation,
        object Input,
        string? Key,
        string Hash,
        string SubjectType,
        RequestAccess Access,
        IReadOnlySet<object?>? Accepted
    )
    {
        public string Actor => Access.Actor;

        public List<MutationError> Unaccepted(IReadOnlyList<MutationError> warnings) =>
            Accepted is null
                ? []
                :
                [
                    .. warnings
                        .Where(warning => !Accepted.Contains(warning.Breach.Code))
                        .Select(warning => new MutationError(MutationErrorKind.UnacceptedWarning, warning.Breach)),
                ];
    }
}
