using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Appointments;

/// <summary>A post is held in the place that it belongs to, and in a council within its term.</summary>
public static class PostPlace
{
    /// <param name="post">The value, or its name as <see cref="EnumWords.OfName"/> has it.</param>
    /// <param name="place">Field of the place that the post belongs to.</param>
    /// <param name="given">Fields of the places that are given.</param>
    public static Breach? Check(object post, string place, IEnumerable<string> given) =>
        given.SequenceEqual([place]) ? null : Breach.OfInput("POST_PLACE", [("post", post), ("place", Place(place))], place);

    /// <param name="until">First day no longer in the post; null: nobody says.</param>
    public static Breach? InTerm(DateOnly startedOn, DateOnly endsOn, DateOnly from, DateOnly? until) =>
        from < startedOn || from >= endsOn || until > endsOn
            ? Breach.OfInput("POST_OUTSIDE_TERM", [("startedOn", startedOn), ("endsOn", endsOn)], "validFrom")
            : null;

    /// <summary>Only to a branch somebody is sent (002 §3).</summary>
    public static Breach? Sent(Enum post, bool isSent, bool isOfBranch) =>
        isSent && !isOfBranch ? Breach.OfInput("POST_NOT_SENT", [("post", post)], "sentFromAbove") : null;

    private static Sentence Place(string field) => new($"Thing.{char.ToUpperInvariant(field[0])}{field[1..]}", []);
}
