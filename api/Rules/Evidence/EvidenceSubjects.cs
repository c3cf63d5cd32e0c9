namespace SocietyParty.Rules.Evidence;

/// <summary>A record of evidence is about one subject; whose records a person's stands in is stated.</summary>
public static class EvidenceSubjects
{
    /// <param name="given">How many subjects are named.</param>
    public static Breach? Check(int given, bool isPerson, bool hasKeeper) =>
        given != 1 ? Breach.OfInput("ONE_SUBJECT.EvidenceOf", [])
        : isPerson && !hasKeeper ? Breach.OfInput("KEEPER_MISSING", [], "keptBy")
        : !isPerson && hasKeeper ? Breach.OfInput("KEEPER_GIVEN", [], "keptBy")
        : null;
}
