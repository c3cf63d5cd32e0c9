namespace SocietyParty.Rules.Categories;

/// <summary>The document of a decision is known by its number; its title goes with it.</summary>
public static class DecisionDocument
{
    public static Breach? HasTitle(string? number, string? title) =>
        number is not null && title is null ? Breach.OfInput("DOCUMENT_TITLE_MISSING", [], "documentTitle") : null;

    /// <summary>A warning where the document is known under another title.</summary>
    public static Breach? SameTitle(string? number, string known, string title) =>
        known == title
            ? null
            : new("DOCUMENT_TITLE_DIFFERS", [("documentNumber", number), ("title", known)], null, Severity.Warning, "documentTitle");
}
