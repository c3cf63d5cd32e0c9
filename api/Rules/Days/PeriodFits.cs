namespace SocietyParty.Rules.Days;

/// <summary>Something that lasts from a day on.</summary>
/// <param name="BeganOn">Null: it is not stated.</param>
/// <param name="EndedOn">First day without it; null: it lasts.</param>
public sealed record Period(DateOnly? BeganOn, DateOnly? EndedOn)
{
    /// <summary>Whether a day comes after the first one, so that it can end on it.</summary>
    public bool CanEndOn(DateOnly day) => BeganOn is null || BeganOn < day;
}

/// <summary>A period has at least one day, ends once, and is not begun before what follows it.</summary>
public static class PeriodFits
{
    /// <summary>Null where there is at least one day; a period without an end has.</summary>
    public static Breach? HasDays(DateOnly from, DateOnly? to, string field) =>
        to <= from ? Breach.OfInput("PERIOD_EMPTY.Appoint", [], field) : null;

    /// <summary>As <see cref="HasDays"/>, of a council's term.</summary>
    public static Breach? TermHasDays(DateOnly from, DateOnly to, string field) =>
        to <= from ? Breach.OfInput("PERIOD_EMPTY.StartCouncilTerm", [], field) : null;

    /// <summary>Null where a period that lasts can end on the day.</summary>
    /// <param name="field">Names what ends.</param>
    /// <param name="endField">States the day.</param>
    public static Breach? Ends(Period period, DateOnly end, string field, string endField) =>
        period.EndedOn is { } ended ? Breach.OfInput("PERIOD_ENDED", [("endedOn", ended)], field)
        : period.CanEndOn(end) ? null
        : Breach.OfInput("PERIOD_EMPTY.Periods", [("beganOn", period.BeganOn)], endField);

    /// <summary>As <see cref="Ends"/>, of a post: one whose end is to come may end earlier.</summary>
    public static Breach? PostEnds(Period post, DateOnly end) =>
        !post.CanEndOn(end) ? Breach.OfInput("PERIOD_EMPTY.EndAppointment", [], "endsOn")
        : post.EndedOn <= end ? Breach.OfInput("APPOINTMENT_OVER", [("endedOn", post.EndedOn)], "endsOn")
        : null;

    /// <summary>Null where nothing begins later than the day: the past is not rewritten.</summary>
    public static Breach? IsLast(IEnumerable<DateOnly?> begun, DateOnly day, string field) =>
        begun.FirstOrDefault(other => other > day) is { } later ? Breach.OfInput("PERIOD_TOO_EARLY", [("beganOn", later)], field) : null;
}
