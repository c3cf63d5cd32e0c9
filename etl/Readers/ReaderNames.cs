using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Readers;

/// <summary>Which names a reader may have: those that every tool can write without quotation marks.</summary>
public static partial class ReaderNames
{
    /// <summary>The role whose members read <c>mart</c>; nobody logs in as it.</summary>
    public const string Group = "bi_reader";

    // Words that PostgreSQL gives a meaning of their own where a role is named.
    private static readonly string[] Reserved =
    [
        "public",
        "none",
        "user",
        "current_user",
        "session_user",
        "current_role",
        Group,
        "bi_scoped",
        "mart_owner",
    ];

    /// <summary>Whether a reader may have the name.</summary>
    public static bool Fits(string name) =>
        Pattern().IsMatch(name) && !name.StartsWith("pg_", StringComparison.Ordinal) && !Reserved.Contains(name);

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,62}\z")]
    private static partial Regex Pattern();
}
