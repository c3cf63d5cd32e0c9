namespace SocietyParty.Etl.Generate;

/// <summary>Unified social credit codes whose check character is right (GB 32100-2015).</summary>
internal static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <param name="authority">
    /// First two characters: who registers what. Generated things are registered by Y, "others", which no society is, so that no
    /// generated code belongs to somebody.
    /// </param>
    /// <param name="regionCode">Six digits.</param>
    /// <param name="number">At most nine digits.</param>
    public static string Of(string authority, string regionCode, long number)
    {
        Span<char> code = stackalloc char[18];
        authority.CopyTo(code);
        regionCode.CopyTo(code[2..]);
        for (var i = 16; i >= 8; i--, number /= 10)
        {
            code[i] = (char)('0' + number % 10);
        }

        int sum = 0,
            weight = 1;
        for (var i = 0; i < 17; i++, weight = weight * 3 % 31)
        {
            sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * weight;
        }

        code[17] = Alphabet[(31 - sum % 31) % 31];
        return new string(code);
    }
}
