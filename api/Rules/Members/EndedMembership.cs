namespace SocietyParty.Rules.Members;

/// <summary>党籍终止 Why a membership ended.</summary>
public enum MembershipEnd
{
    Deceased,
    Left,
    Expelled,

    /// <summary>处置不合格党员 (002 §5).</summary>
    Unfit,

    /// <summary>The affiliation went to a place outside, or the membership rests.</summary>
    MovedAway,

    /// <summary>It never was a membership.</summary>
    EnteredInError,
}

/// <summary>Days on which a membership is ended.</summary>
/// <param name="EndedOn">First day without it.</param>
/// <param name="RestoredOn">First day as a member again; null: the end stands.</param>
public sealed record EndedDays(MembershipEnd Reason, DateOnly EndedOn, DateOnly? RestoredOn)
{
    /// <summary>
    /// Whether it is ended on one of the days from <paramref name="from"/> until the one before <paramref name="until"/>.
    /// </summary>
    /// <param name="until">Null: there is no last day.</param>
    public bool Meets(DateOnly from, DateOnly? until) =>
        Reason == MembershipEnd.EnteredInError
            ? RestoredOn is null
            : (until is null || EndedOn < until) && (RestoredOn is null || (from < RestoredOn && EndedOn < RestoredOn));
}
