namespace SocietyParty.Service.Options;

/// <summary>What one request may send and how long it may keep the database busy.</summary>
/// <param name="BodyBytesMax">Bytes of a POST's body.</param>
/// <param name="StatementMsMax">Milliseconds of a statement in PostgreSQL.</param>
/// <param name="DocumentsCachedMax">Parsed and valid documents kept.</param>
/// <param name="PlansCachedMax">Planned operations kept.</param>
/// <param name="SessionsPerCore">Sessions in PostgreSQL for each core of this machine, eight at the least: more of them only queue
/// there.</param>
/// <param name="AnswerMsMax">Milliseconds in which a client must take an answer that is sent while its statement runs.</param>
/// <param name="SlowStatementMs">Milliseconds from which on a query's statement is in the log with its plan.</param>
/// <param name="ImportBytesMax">Bytes of a file that is imported.</param>
/// <param name="HeaderBytesMax">Bytes of a request's headers.</param>
public sealed record HttpLimits(
    int BodyBytesMax = 1_000_000,
    int StatementMsMax = 10_000,
    int DocumentsCachedMax = 1_000,
    int PlansCachedMax = 2_000,
    int SessionsPerCore = 4,
    int AnswerMsMax = 60_000,
    int ImportBytesMax = 10_000_000,
    int SlowStatementMs = 2_000,
    int HeaderBytesMax = 32_768
);
