using System.Collections.Immutable;
using Npgsql;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>The errors that a client gets when a statement fails. PostgreSQL's own words may hold data; they go to the log.</summary>
internal sealed partial class DatabaseFailures(ILogger<DatabaseFailures> log)
{
    /// <summary>SQLSTATE of what a caller asked and can mend.</summary>
    private const string RefusedQuestion = "SP001";

    /// <param name="trace">Under what the log has the details.</param>
    public FailedRun Explain(NpgsqlException error, PlannedOperation plan, string trace)
    {
        if (error is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled })
        {
            TooSlow(log, error);
            return new(
                StatusCodes.Status200OK,
                IsPartial: true,
                [
                    .. plan
                        .Operation.Fields.Where(field => !field.IsMeta)
                        .Select(field => new GraphQLError(
                            "SP-LIMIT-003",
                            "The query took longer than this service allows. Ask for less at a time.",
                            [field.Location],
                            [field.ResponseKey]
                        )),
                ]
            );
        }

        if (error is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire })
        {
            return new(
                StatusCodes.Status200OK,
                IsPartial: true,
                [
                    .. plan
                        .Operation.Fields.Where(field => !field.IsMeta)
                        .Select(field => new GraphQLError(
                            "SP-VALUE-001",
                            "A text has the character U+0000, which no text here can have.",
                            [field.Location],
                            [field.ResponseKey]
                        )),
                ]
            );
        }

        if (error is PostgresException { SqlState: RefusedQuestion } question)
        {
            // dw.refuse: "CODE: what is wrong", and what to do.
            var parts = question.MessageText.Split(": ", 2);
            return new(
                StatusCodes.Status200OK,
                IsPartial: true,
                [
                    .. plan
                        .Operation.Fields.Where(field => !field.IsMeta)
                        .Select(field => new GraphQLError(
                            parts[0],
                            $"{parts[^1]} {question.Hint}".TrimEnd(),
                            [field.Location],
                            [field.ResponseKey]
                        )),
                ]
            );
        }

        if (error is not PostgresException || error.IsTransient)
        {
            Unreachable(log, error);
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

    /// <summary>For the log alone: the client's connection ended.</summary>
    public void BrokenOff(Exception failure, string trace) => BrokenOff(log, failure, trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "An export broke off, {Trace}")]
    private static partial void BrokenOff(ILogger log, Exception failure, string trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A statement ran into the time limit")]
    private static partial void TooSlow(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached")]
    private static partial void Unreachable(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL refused a planned statement, {Trace}")]
    private static partial void Refused(ILogger log, Exception error, string trace);
}

/// <summary>A run that failed.</summary>
/// <param name="IsPartial">True where the answer has <c>data</c> beside its errors.</param>
internal sealed record FailedRun(int Status, bool IsPartial, ImmutableArray<GraphQLError> Errors);
