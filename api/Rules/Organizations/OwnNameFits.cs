namespace SocietyParty.Rules.Organizations;

/// <summary>A post or form is a usual one, or one that the rule set of the day names (002 §3, 004 班子建设-1).</summary>
public static class OwnNameFits
{
    private const string FormClause = "002 §3";
    private const string PostClause = "004 班子建设-1";

    /// <summary>A breach where a form is given both as a usual one and by a code, or not at all.</summary>
    public static Breach? FormOnce(bool hasForm, bool hasCode) =>
        hasForm && hasCode ? new("FORM_NOT_ONE", [], FormClause, Path: ["formCode"])
        : hasForm || hasCode ? null
        : Breach.OfInput("FORM_MISSING", [], "form");

    /// <param name="forms">Those of the rule set's own, each with what a sentence calls it.</param>
    public static Breach? FormKnown(string code, IReadOnlyList<(string Code, object Word)> forms) =>
        forms.Any(form => form.Code == code)
            ? null
            : new("FORM_UNKNOWN", [("form", code), ("forms", forms.Select(form => form.Word))], FormClause, Path: ["formCode"]);

    /// <summary>What a list calls a form that is neither a usual one nor one of the rules of its day.</summary>
    /// <param name="forms">All that there are on the day, as a sentence calls them.</param>
    public static Breach FormNotListed(string text, IEnumerable<object> forms) =>
        new("FORM_UNKNOWN.Listed", [("form", text), ("forms", forms)], FormClause, Path: ["formCode"]);

    /// <summary>A breach where a post is given both as a usual one and by a code, or not at all.</summary>
    public static Breach? PostOnce(bool hasPost, bool hasCode) =>
        hasPost && hasCode ? new("POST_NOT_ONE", [], PostClause, Path: ["postCode"])
        : hasPost || hasCode ? null
        : Breach.OfInput("POST_MISSING", [], "post");

    /// <param name="posts">Those of the rule set's own, each with what a sentence calls it.</param>
    public static Breach? PostKnown(string code, IReadOnlyList<(string Code, object Word)> posts) =>
        posts.Any(post => post.Code == code)
            ? null
            : new("POST_UNKNOWN", [("post", code), ("posts", posts.Select(post => post.Word))], PostClause, Path: ["postCode"]);

    /// <summary>What a list calls a post that is neither a usual one nor one of the rules of its day.</summary>
    /// <param name="posts">All that there are on the day, as a sentence calls them.</param>
    public static Breach PostNotListed(string text, IEnumerable<object> posts) =>
        new("POST_UNKNOWN.Listed", [("post", text), ("posts", posts)], PostClause, Path: ["postCode"]);
}
