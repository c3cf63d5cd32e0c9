using System.Collections.Immutable;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Start;

/// <summary>The servers that answer queries beside the primary, as the environment names them.</summary>
internal static class ReplicaSetting
{
    private const string ReadsVariable = "ConnectionStrings__Reads";

    /// <summary>A connection string each, or what is wrong with them.</summary>
    public static (ImmutableArray<string> Servers, Sentence? Problem) Read() => Read(Environment.GetEnvironmentVariable(ReadsVariable));

    /// <param name="text">Separated by <c>|</c>; null or blank: none.</param>
    internal static (ImmutableArray<string> Servers, Sentence? Problem) Read(string? text)
    {
        var servers = ImmutableArray.CreateBuilder<string>();
        foreach (var one in (text ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsOneServer(one))
            {
                return ([], new Sentence("SP-START-026", [("number", servers.Count + 1), ("setting", ReadsVariable)]));
            }

            servers.Add(one);
        }

        return (servers.ToImmutable(), null);
    }

    // Of one server at a time it can be said how far it is.
    private static bool IsOneServer(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 } host && !host.Contains(',', StringComparison.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
