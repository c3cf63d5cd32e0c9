namespace SocietyParty.Rules.Inputs;

/// <summary>What holds of free texts wherever they are given.</summary>
public static class TextFits
{
    /// <summary>Longer texts are documents, which belong elsewhere.</summary>
    private const int LengthMax = 2_000;

    /// <summary>Minutes and statements are the longest.</summary>
    private const int CharactersMax = 20_000;

    /// <summary>Null where the text says something, and not too much; a text that is left out says nothing wrong.</summary>
    public static Breach? Check(string? text, params IReadOnlyList<string> path) =>
        text is not null && (string.IsNullOrWhiteSpace(text) || WrittenText.Length(text) > LengthMax)
            ? Breach.OfInput("TEXT_INVALID.Texts", [("lengthMax", LengthMax)], path)
            : null;

    /// <summary>Null where the database can keep the text at all.</summary>
    public static Breach? CanBeKept(string text, params IReadOnlyList<string> path) =>
        text.Contains('\0') || WrittenText.Length(text) > CharactersMax
            ? Breach.OfInput("TEXT_INVALID.InputBounds", [("charactersMax", CharactersMax)], path)
            : null;
}
