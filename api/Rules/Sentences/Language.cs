namespace SocietyParty.Rules.Sentences;

/// <summary>A language in which people are answered.</summary>
public enum Language
{
    English,
    Chinese,
}

/// <summary>Languages by their tags.</summary>
public static class Languages
{
    /// <summary>The language of a tag such as <c>zh-CN</c>, or of a locale such as <c>zh_CN.UTF-8</c>; null for any other.</summary>
    public static Language? Of(string? tag) =>
        tag?.Split('-', '_', '.', '@')[0].ToLowerInvariant() switch
        {
            "zh" => Language.Chinese,
            "en" => Language.English,
            _ => null,
        };
}
