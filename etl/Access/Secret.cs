using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SocietyParty.Etl.Access;

/// <summary>
/// Tokens, cookies and codes: 256 random bits, of which the database keeps SHA-256 alone. So many bits need neither salt nor stretching.
/// </summary>
public static class Secret
{
    /// <summary>How a token begins, so that tools that look for secrets in files find it.</summary>
    public const string TokenPrefix = "spt_";

    private const int Bytes = 32;

    /// <summary>Longer than any that was given out: what is longer is not even hashed.</summary>
    public const int LengthMax = 64;

    /// <summary>A new one, of letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
