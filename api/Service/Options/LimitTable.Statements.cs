namespace SocietyParty.Service.Options;

/// <content>The limits of statements and of the sessions that run them.</content>
public static partial class LimitTable
{
    private static LimitSetting[] OfStatements() =>
        [
            new(
                "StatementMsMax",
                100,
                600_000,
                "SP-LIMIT-003",
                "Milliseconds of a statement in PostgreSQL",
                o => o.Http.StatementMsMax,
                (o, v) => o with { Http = o.Http with { StatementMsMax = v } }
            ),
            new(
                "SlowStatementMs",
                1,
                600_000,
                "",
                "Milliseconds until the first row from which on a query's statement is in the log with its plan",
                o => o.Http.SlowStatementMs,
                (o, v) => o with { Http = o.Http with { SlowStatementMs = v } }
            ),
            new(
                "SessionsPerCore",
                1,
                100,
                "",
                "Sessions in PostgreSQL for each core of the service's machine, eight at the least",
                o => o.Http.SessionsPerCore,
                (o, v) => o with { Http = o.Http with { SessionsPerCore = v } }
            ),
        ];
}
