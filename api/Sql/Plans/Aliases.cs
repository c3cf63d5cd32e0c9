using System.Security.Cryptography;
using System.Text;

namespace SocietyParty.Sql.Plans;

/// <summary>Names of rows in a statement. They follow from the response, so the same operation gives the same text.</summary>
internal static class Aliases
{
    // PostgreSQL cuts names off at 63 bytes; what would be cut gets a hash instead, so that two never become one.
    private const int LengthMax = 59;

    /// <summary>Deterministic name of what is reached from a row by a field.</summary>
    public static string Of(string from, string name)
    {
        var alias = from.Length == 0 ? name : $"{from}_{name}";
        if (alias.Length <= LengthMax)
        {
            return alias;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(alias)))[..12];
        return $"{alias[..(LengthMax - 13)]}_{hash}";
    }
}
