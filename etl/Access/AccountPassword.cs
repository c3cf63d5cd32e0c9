using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SocietyParty.Etl.Access;

/// <summary>Passwords of local accounts, hashed by ASP.NET Core Identity (PBKDF2 with HMAC-SHA512).</summary>
public static class AccountPassword
{
    /// <summary>Characters of a password that somebody chooses, at the least.</summary>
    public const int LengthMin = 12;

    /// <summary>At the most: hashing a longer one is work for nothing.</summary>
    public const int LengthMax = 128;

    // OWASP's advice for PBKDF2 with SHA-512, 2026.
    private const int Iterations = 220_000;

    // No letter that looks like a digit.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    // 116 bits.
    private const int GeneratedLength = 20;

    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    private static readonly object Nobody = new();

    // Looked at for accounts that are not there, so that an answer takes as long.
    private static readonly Lazy<string> OfNobody = new(() => Hash(Generate()));

    /// <summary>A password to be shown once.</summary>
    public static string Generate() => RandomNumberGenerator.GetString(Letters, GeneratedLength);

    /// <summary>What is kept of a password.</summary>
    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>Whether it is the password; null as the hash takes as long, and is false.</summary>
    public static bool Fits(string? hash, string password) =>
        password.Length <= LengthMax
        && Hasher.VerifyHashedPassword(Nobody, hash ?? OfNobody.Value, password) != PasswordVerificationResult.Failed
        && hash is not null;
}
