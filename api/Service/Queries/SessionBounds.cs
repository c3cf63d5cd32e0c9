using Npgsql;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Queries;

/// <summary>
/// Bounds of sessions that serve requests, so that neither end waits for one that is gone without a word: a cable that was pulled, a
/// firewall that forgot, a machine that lost its power.
/// </summary>
internal static class SessionBounds
{
    private const int AliveSeconds = 10;

    // The server's own limit comes first, and with a reason.
    private const int AnswerMarginSeconds = 2;

    // A transaction whose client is gone would hold its locks for as long as the session stands, and others would wait for them.
    private const string OfClients =
        "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c jit=off -c TimeZone=Asia/Shanghai";

    /// <summary>Sets them; days are those of Beijing, and compiling short statements costs more than it gains.</summary>
    /// <param name="connection">Changed.</param>
    /// <param name="limits">Has the limit of a statement.</param>
    /// <param name="more">Further options of the session, or nothing.</param>
    public static NpgsqlConnectionStringBuilder Bound(this NpgsqlConnectionStringBuilder connection, HttpLimits limits, string more = "")
    {
        var most = limits.StatementMsMax;
        var limited = $"-c statement_timeout={most} -c lock_timeout={most} -c idle_in_transaction_session_timeout={most}";
        connection.Options = $"{more} {limited} {OfClients}".TrimStart();
        connection.CommandTimeout = (most / 1000) + AnswerMarginSeconds;
        if (connection.KeepAlive == 0)
        {
            connection.KeepAlive = AliveSeconds;
        }

        return connection;
    }
}
