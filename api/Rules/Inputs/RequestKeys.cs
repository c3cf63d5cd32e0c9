namespace SocietyParty.Rules.Inputs;

/// <summary>A key under which a request may be repeated.</summary>
public static class RequestKeys
{
    private const int KeyCharactersMax = 200;

    /// <summary>Null where the key can be kept, or none is given.</summary>
    public static Breach? Check(string? key, string field) =>
        key is "" ? Breach.OfInput("IDEMPOTENCY_KEY_EMPTY", [], field)
        : key is not null && (WrittenText.Length(key) > KeyCharactersMax || key.Contains('\0'))
            ? Breach.OfInput("IDEMPOTENCY_KEY_INVALID", [("keyCharactersMax", KeyCharactersMax)], field)
        : null;

    /// <summary>Null where it is the same request again.</summary>
    /// <param name="mutation">What was done under the key.</param>
    public static Breach? Repeats(bool isSame, string mutation, string field) =>
        isSame ? null : new("IDEMPOTENCY_KEY_USED", [("mutation", mutation)], null, Path: [field]);
}
