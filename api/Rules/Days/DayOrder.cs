namespace SocietyParty.Rules.Days;

/// <summary>A day that another one has to follow: what happened or began on it.</summary>
public enum EarlierDay
{
    Cultivation,
    Request,
    Proposal,
    Issue,
    LastReview,
    LastChange,
    StepBefore,
    Meeting,
    Discussion,
    Joining,
    Founding,
}

/// <summary>What follows from something else is not done before it; on its day it may be.</summary>
public static class DayOrder
{
    /// <summary>Null where the day is not the earlier one, or nobody says when that was.</summary>
    public static Breach? Check(EarlierDay what, DateOnly? day, DateOnly? earlier, string field) =>
        day < earlier ? Broken(what, earlier.Value) with { Path = [field] } : null;

    private static Breach Broken(EarlierDay what, DateOnly day) =>
        what switch
        {
            EarlierDay.Cultivation => Breach.OfInput("BEFORE_CULTIVATION", [("cultivatedSince", day)]),
            EarlierDay.Request => Breach.OfInput("BEFORE_REQUEST", [("requestedOn", day)]),
            EarlierDay.Proposal => Breach.OfInput("DECIDED_BEFORE_PROPOSED", [("proposedOn", day)]),
            EarlierDay.Issue => Breach.OfInput("CORRECTED_BEFORE_ISSUE", [("issuedOn", day)]),
            EarlierDay.LastReview => Breach.OfInput("ISSUED_BEFORE_REVIEW", [("last", day)]),
            EarlierDay.LastChange => Breach.OfInput("HOLDS_BEFORE_LAST_CHANGE", [("since", day)]),
            EarlierDay.StepBefore => Breach.OfInput("DATE_TOO_EARLY.Entries", [("before", day)]),
            EarlierDay.Meeting => Breach.OfInput("SIGNED_BEFORE_MEETING", []),
            EarlierDay.Discussion => Breach.OfInput("SUBMITTED_BEFORE_DISCUSSED", []),
            EarlierDay.Founding => Breach.OfInput("BEFORE_FOUNDING", [("day", day)]),
            EarlierDay.Joining => Breach.OfInput("STATUS_BEFORE_JOINING", []),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody says what follows this."),
        };
}
