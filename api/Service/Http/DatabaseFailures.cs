using System.Collections.Immutable;
using Npgsql;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http;

/// <summary>The errors that a client gets when a statement fails. PostgreSQL's own words may hold data; they go to the log.</summary>
internal sealed partial class DatabaseFailures(ILogger<DatabaseFailures> log, OutageGate outage)
{
    /// <summary>SQLSTATE of what a caller asked and can mend.</summary>
    private const string RefusedQuestion = "SP001";

    private static readonly string[] OfOneField =
    [
        RefusedQuestion,
        PostgresErrorCodes.CharacterNotInRepertoire,
        PostgresErrorCodes.InsufficientPrivilege,
    ];

    /// <summary>Whether the failure is what a caller asked of one root field, not of all.</summary>
    public static bool IsOfOneField(NpgsqlException error) =>
        error is PostgresException { SqlState: var state } && OfOneField.Contains(state);

    /// <summary>The error of a field whose statement ran into the time limit.</summary>
    public static GraphQLError TooLong(SelectedField field) =>
        At(field, "SP-LIMIT-003", "The query took longer than this service allows. Ask for less at a time.");

    /// <summary>The error of a field that the caller's role may not ask.</summary>
    public static GraphQLError NotAllowed(SelectedField field) => At(field, "SP-ACCESS-111", RoleDoesNotSee);

    private const string RoleDoesNotSee =
        "The role in which you ask does not see all that this field needs. Ask for less of it, or in another role.";

    /// <param name="language">That of the request.</param>
    /// <param name="trace">Under what the log has the details.</param>
    public FailedRun Explain(NpgsqlException error, PlannedOperation plan, Language language, string trace)
    {
        var failed = Explain(error, plan, trace);
        return failed with { Errors = EngineWords.In(failed.Errors, language) };
    }

    private FailedRun Explain(NpgsqlException error, PlannedOperation plan, string trace)
    {
        if (error is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled })
        {
            TooSlow(log, error);
            return new(StatusCodes.Status200OK, IsPartial: true, [.. Fields(plan).Select(TooLong)]);
        }

        if (error is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire })
        {
            return OfFields(plan, "SP-VALUE-001", "A text has the character U+0000, which no text here can have.");
        }

        if (error is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } notGranted)
        {
            NotGranted(log, notGranted.MessageText, trace);
            return OfFields(plan, "SP-ACCESS-111", RoleDoesNotSee);
        }

        if (error is PostgresException { SqlState: RefusedQuestion } question)
        {
            // dw.refuse: "CODE: what is wrong", and what to do.
            var parts = question.MessageText.Split(": ", 2);
            return OfFields(plan, parts[0], $"{parts[^1]} {question.Hint}".TrimEnd());
        }

        if (error is not PostgresException || error.IsTransient)
        {
            if (outage.Opens(out var leftOut))
            {
                Unreachable(log, leftOut, error);
            }

            return new(
                StatusCodes.Status503ServiceUnavailable,
                IsPartial: false,
                [new("SP-DATABASE-001", "The database cannot be reached at the moment. Try again later.")]
            );
        }

        Refused(log, error, trace);
        return new(
            StatusCodes.Status500InternalServerError,
            IsPartial: false,
            [new("SP-DATABASE-002", $"The database refused the statement. The log of the service has the details under {trace}.")]
        );
    }

    private static FailedRun OfFields(PlannedOperation plan, string code, string message) =>
        new(StatusCodes.Status200OK, IsPartial: true, [.. Fields(plan).Select(field => At(field, code, message))]);

    private static IEnumerable<SelectedField> Fields(PlannedOperation plan) => plan.Operation.Fields.Where(field => !field.IsMeta);

    private static GraphQLError At(SelectedField field, string code, string message) =>
        new(code, message, [field.Location], [field.ResponseKey]);

    /// <summary>For the log alone: the client's connection ended.</summary>
    public void BrokenOff(Exception failure, string trace) => BrokenOff(log, failure, trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "An export broke off, {Trace}")]
    private static partial void BrokenOff(ILogger log, Exception failure, string trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A statement ran into the time limit")]
    private static partial void TooSlow(ILogger log, Exception error);

    // One line without a stack: whoever guesses at what a role may not see fills the log with it.
    [LoggerMessage(Level = LogLevel.Warning, Message = "A role may not run a planned statement, {Trace}: {Reason}")]
    private static partial void NotGranted(ILogger log, string reason, string trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached ({LeftOut} more since the last such line)")]
    private static partial void Unreachable(ILogger log, int leftOut, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL refused a planned statement, {Trace}")]
    private static partial void Refused(ILogger log, Exception error, string trace);
}

/// <summary>A run that failed.</summary>
/// <param name="IsPartial">True where the answer has <c>data</c> beside its errors.</param>
internal sealed record FailedRun(int Status, bool IsPartial, ImmutableArray<GraphQLError> Errors);
