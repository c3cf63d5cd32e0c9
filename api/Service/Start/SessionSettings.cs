using Npgsql;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Start;

/// <summary>
/// Whether sessions get the settings that they are opened with. A pooler that drops them takes away roles, time limits and "only reads".
/// </summary>
internal static class SessionSettings
{
    /// <summary>What is wrong with the way to the database; null where nothing is.</summary>
    /// <param name="graph">Connection string of the owner.</param>
    /// <param name="api">Of a login of the API's own; null: none.</param>
    /// <param name="limits">Of the sessions that are tried.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Sentence?> FindLostAsync(string graph, string? api, HttpLimits limits, CancellationToken ct)
    {
        foreach (var (variable, connection) in ((string, string?)[])[("ConnectionStrings__Graph", graph), ("ConnectionStrings__Api", api)])
        {
            if (connection is not null && !await ReadsOnlyAsync(connection, limits, ct))
            {
                return new Sentence("SP-START-027", [("variable", variable)]);
            }
        }

        return null;
    }

    private static async Task<bool> ReadsOnlyAsync(string connection, HttpLimits limits, CancellationToken ct)
    {
        var asked = ReadSessions.Connection(connection, limits);
        asked.Pooling = false;
        await using var source = NamedPool.Create(asked.ConnectionString, NamedPool.Setup);
        await using var command = source.CreateCommand("SELECT current_setting('default_transaction_read_only')");
        return await command.ExecuteScalarAsync(ct) is "on";
    }
}
