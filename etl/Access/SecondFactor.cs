using OtpNet;

namespace SocietyParty.Etl.Access;

/// <summary>Codes of six digits that an app computes from a key and the time (RFC 6238).</summary>
public static class SecondFactor
{
    private const int KeyBytes = 20;
    private const string Issuer = "SocietyParty";

    /// <summary>A new key.</summary>
    public static byte[] NewKey() => KeyGeneration.GenerateRandomKey(KeyBytes);

    /// <summary>What an app takes, as a link that QR codes hold.</summary>
    public static string LinkOf(byte[] key, string account) => new OtpUri(OtpType.Totp, key, account, Issuer).ToString();

    /// <summary>The code's time step, a step early or late allowed; null where the code does not fit or was taken already.</summary>
    public static long? StepOf(byte[] key, string code, long? lastStep, DateTimeOffset now) =>
        new Totp(key).VerifyTotp(now.UtcDateTime, code, out var step, new VerificationWindow(previous: 1, future: 1)) && !(step <= lastStep)
            ? step
            : null;
}
