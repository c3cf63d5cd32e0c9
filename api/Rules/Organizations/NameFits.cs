namespace SocietyParty.Rules.Organizations;

/// <summary>What bears a name that no other bears.</summary>
public enum NameBearer
{
    Branch,
    FoundedSociety,
    RenamedSociety,
    Committee,
    SupportingUnit,
    Person,
    Document,
}

/// <summary>A name says something, and nobody else bears it.</summary>
public static class NameFits
{
    /// <summary>Longer names are a mistake of pasting.</summary>
    private const int LengthMax = 200;

    /// <summary>Null where it can be a name.</summary>
    public static Breach? Check(string name, string field)
    {
        if (WrittenText.FindUnseen(name) is var (place, codePoint))
        {
            return Breach.OfInput("NAME_INVALID.Unseen", [("place", place), ("codePoint", $"{codePoint:X4}")], field);
        }

        return !string.IsNullOrWhiteSpace(name) && WrittenText.Length(name) <= LengthMax && name.Trim() == name
            ? null
            : Breach.OfInput("NAME_INVALID.SocietyNames", [("lengthMax", LengthMax)], field);
    }

    /// <summary>Null where nobody has the name.</summary>
    /// <param name="taken">As whoever has it writes it.</param>
    public static Breach? IsFree(NameBearer bearer, string? taken, string field) =>
        taken is null ? null : Taken(bearer, taken) with { Path = [field] };

    /// <summary>
    /// Null where no other society had the name: a list that uses a former name finds the society that had it, so it would mean two.
    /// </summary>
    /// <param name="former">Whose former name it is; null: nobody's.</param>
    public static Breach? IsNoFormerName(string name, string? former, string field) =>
        former is null ? null : Breach.OfInput("FORMER_NAME_TAKEN", [("name", name), ("former", former)], field);

    /// <summary>
    /// As <see cref="IsNoFormerName"/>, of organizations and committees: lists find who bears the name before who had it, so that it is
    /// asked about and not refused.
    /// </summary>
    public static Breach? WasFormerName(string name, string? former, string field) =>
        former is null ? null : new("FORMER_NAME_TAKEN.Told", [("name", name), ("former", former)], null, Severity.Warning, field);

    private static Breach Taken(NameBearer bearer, string name) =>
        bearer switch
        {
            NameBearer.Branch => Breach.OfInput("BRANCH_NAME_TAKEN", [("name", name)]),
            NameBearer.FoundedSociety => Breach.OfInput("SOCIETY_NAME_TAKEN.FoundSociety", [("name", name)]),
            NameBearer.RenamedSociety => Breach.OfInput("SOCIETY_NAME_TAKEN.UpdateSociety", [("name", name)]),
            NameBearer.Committee => Breach.OfInput("COMMITTEE_NAME_TAKEN", [("name", name)]),
            NameBearer.SupportingUnit => Breach.OfInput("SUPPORTING_UNIT_NAME_TAKEN", [("name", name)]),
            NameBearer.Person => Breach.OfInput("PERSON_REFERENCE_TAKEN", []),
            NameBearer.Document => Breach.OfInput("DOCUMENT_NUMBER_TAKEN", [("number", name)]),
            _ => throw new ArgumentOutOfRangeException(nameof(bearer), bearer, "Nobody says how this name is taken."),
        };
}
