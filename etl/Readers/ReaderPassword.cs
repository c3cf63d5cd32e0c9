using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocietyParty.Etl.Readers;

/// <summary>A password that is shown once. The server gets only a verifier, so the password stands in no statement and in no log.</summary>
/// <param name="Text">The password itself: letters and digits, which need no quotation mark in any tool.</param>
/// <param name="Verifier">What PostgreSQL keeps of it, as RFC 5802 and its documentation of <c>pg_authid</c> say.</param>
internal sealed record ReaderPassword(string Text, string Verifier)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    // 186 bits.
    private const int Length = 32;

    // PostgreSQL's own number.
    private const int Iterations = 4096;

    public static ReaderPassword Generate()
    {
        var text = RandomNumberGenerator.GetString(Letters, Length);
        return new ReaderPassword(text, VerifierOf(text, RandomNumberGenerator.GetBytes(16)));
    }

    internal static string VerifierOf(string text, byte[] salt)
    {
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(text), salt, Iterations, HashAlgorithmName.SHA256, 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}"
        );
    }
}
