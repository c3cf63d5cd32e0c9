namespace SocietyParty.Rules.Appointments;

/// <summary>A term that a council had, has or is to have.</summary>
public sealed record KnownTerm(int Number, DateOnly StartedOn);

/// <summary>A council's terms follow one another, each with a number of its own.</summary>
public static class CouncilTermFits
{
    private const int TermNumberMax = 999;

    public static Breach? Number(int? number) =>
        number is < 1 or > TermNumberMax
            ? Breach.OfInput("COUNCIL_TERM_NUMBER_WRONG", [("termNumberMax", TermNumberMax)], "termNumber")
            : null;

    public static IEnumerable<Breach> Check(DateOnly startedOn, int? number, IReadOnlyList<KnownTerm> known)
    {
        if (known.Any(term => term.StartedOn >= startedOn))
        {
            yield return Breach.OfInput("COUNCIL_TERM_OVERLAPS.StartCouncilTerm", [], "startedOn");
        }

        if (known.Any(term => term.Number == number))
        {
            yield return Breach.OfInput("COUNCIL_TERM_NUMBER_TAKEN", [], "termNumber");
        }
    }
}
