using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Evidence;

/// <summary>The section <c>evidence</c> of a rule set: the kinds of what is recorded with its proof.</summary>
/// <param name="Kinds">Added to those of the regions around; one with the code of theirs stands in its place.</param>
public sealed record EvidenceRules(IReadOnlyList<EvidenceKind> Kinds) : ISection
{
    public static string Key => "evidence";

    public IEnumerable<(string Path, Sentence Problem)> Problems()
    {
        if (Repeated(Kinds.Select(kind => kind.Code)) is { } code)
        {
            yield return (".kinds", new("Rules.HasTwice", [("name", code)]));
        }

        for (var i = 0; i < Kinds.Count; i++)
        {
            foreach (var (path, problem) in Kinds[i].Problems())
            {
                yield return ($".kinds[{i}]{path}", problem);
            }
        }
    }

    internal static string? Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
}

/// <summary>A kind of evidence records.</summary>
/// <param name="Code">Name in queries and rows, for example <c>SIX_HAVES</c>.</param>
/// <param name="Name">The Chinese term.</param>
/// <param name="Subject">Of whom it is recorded.</param>
/// <param name="Met">What must hold for a record to be met; empty: that it is there.</param>
/// <param name="Source">Clauses that ask for it.</param>
/// <param name="Cadence">How often or how much; null where nothing says.</param>
/// <param name="Indicator">Indicator that it feeds, such as <c>I23</c>.</param>
/// <param name="AssessmentItem">Item of the assessment that it belongs to, such as <c>ORGANIZATION_6</c>.</param>
/// <param name="Feeds">What it suggests for an item; null: nothing, for no document says how many points it is worth.</param>
public sealed record EvidenceKind(
    string Code,
    string Name,
    string EnglishName,
    EvidenceSubject Subject,
    EvidenceNature Nature,
    IReadOnlyList<EvidenceField> Fields,
    IReadOnlyList<MetCondition> Met,
    string Source,
    EvidenceCadence? Cadence = null,
    string? Indicator = null,
    string? AssessmentItem = null,
    EvidenceFeeds? Feeds = null
)
{
    /// <summary>Null where the kind does not define it.</summary>
    public EvidenceField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    internal IEnumerable<(string Path, Sentence Problem)> Problems()
    {
        if (EvidenceRules.Repeated(Fields.Select(field => field.Name)) is { } name)
        {
            yield return (".fields", new("Rules.HasTwice", [("name", name)]));
        }

        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Problem() is { } problem)
            {
                yield return ($".fields[{i}]", problem);
            }
        }

        if (Subject is not (EvidenceSubject.Branch or EvidenceSubject.Society) && Fields.Any(field => field.Type == EvidenceType.Result))
        {
            yield return (".fields", new("Rules.ResultOfOther", [("subject", Subject)]));
        }

        for (var i = 0; i < Met.Count; i++)
        {
            if (Met[i].Problem(Field(Met[i].Field)) is { } problem)
            {
                yield return ($".met[{i}]", problem);
            }
        }

        foreach (var (path, problem) in Cadence?.Problems(this) ?? [])
        {
            yield return ($".cadence{path}", problem);
        }

        foreach (var (path, problem) in Feeds?.Problems(this) ?? [])
        {
            yield return ($".feeds{path}", problem);
        }
    }
}

/// <summary>Whom a record is about.</summary>
public enum EvidenceSubject
{
    Committee,
    Branch,
    Society,
    LeadingGroup,
    Person,
}

/// <summary>How long a record holds.</summary>
public enum EvidenceNature
{
    /// <summary>Until the next one of its kind and subject.</summary>
    State,

    /// <summary>It happened on its day.</summary>
    Event,
}

/// <summary>What a field takes.</summary>
public enum EvidenceType
{
    Boolean,
    Integer,

    /// <summary>An exact number with at most two decimals, such as an amount of money.</summary>
    Amount,
    Text,
    Date,
    Choice,

    /// <summary>The result of an assessment from which the record came.</summary>
    Result,
}

/// <summary>A field of a kind.</summary>
/// <param name="Name">Name in inputs, for example <c>included</c>.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Required">A record without it is refused.</param>
/// <param name="Minimum">Least number; null for none.</param>
/// <param name="Maximum">Greatest number; null for none.</param>
/// <param name="Choices">Codes of a choice; null for any other type.</param>
public sealed record EvidenceField(
    string Name,
    string Label,
    string EnglishLabel,
    EvidenceType Type,
    bool Required,
    decimal? Minimum = null,
    decimal? Maximum = null,
    IReadOnlyList<EvidenceChoice>? Choices = null
)
{
    internal bool IsNumber => Type is EvidenceType.Integer or EvidenceType.Amount;

    internal Sentence? Problem()
    {
        if (Type == EvidenceType.Choice != Choices is { Count: > 0 })
        {
            return new("Rules.ChoiceCodes", [("name", Name), ("type", Type.ToString())]);
        }

        if (Choices is not null && EvidenceRules.Repeated(Choices.Select(choice => choice.Code)) is { } code)
        {
            return new("Rules.CodeTwice", [("name", Name), ("code", code)]);
        }

        return !IsNumber && (Minimum ?? Maximum) is not null ? new("Rules.LimitsOfNoNumber", [("name", Name), ("type", Type.ToString())])
            : Minimum > Maximum ? new("Rules.LimitsTurned", [("name", Name), ("minimum", Minimum), ("maximum", Maximum)])
            : null;
    }
}

/// <summary>A code that a field may have, with its labels.</summary>
public sealed record EvidenceChoice(string Code, string Label, string EnglishLabel);

/// <summary>
/// What must hold of a field for a record to be met: a Boolean is true, a number reaches <paramref name="AtLeast"/>, a choice is one of
/// <paramref name="OneOf"/>; with neither of the two, anything but a Boolean is only stated.
/// </summary>
public sealed record MetCondition(string Field, decimal? AtLeast = null, IReadOnlyList<string>? OneOf = null)
{
    internal Sentence? Problem(EvidenceField? field) =>
        field is null ? new("Rules.NoField", [("field", Field)])
        : AtLeast is not null && !field.IsNumber ? new("Rules.AtLeastOfNoNumber", [("field", Field), ("least", AtLeast)])
        : OneOf is null ? null
        : field.Choices is null ? new("Rules.OneOfNoChoice", [("field", Field)])
        : OneOf.FirstOrDefault(code => field.Choices.All(choice => choice.Code != code)) is { } unknown
            ? new("Rules.NoSuchChoice", [("field", Field), ("code", unknown)])
        : null;
}

/// <summary>How often something is due.</summary>
/// <param name="EveryMonths">Months of a period.</param>
/// <param name="Target">So many records in a period, or so much of <paramref name="SumOf"/>.</param>
/// <param name="SumOf">A number of the record that is added up; null: records are counted.</param>
/// <param name="GraceDays">Days after the end of a period that are still in time; null: none.</param>
/// <param name="YearField">
/// The number that says for which year a record is made, where it is made after that year; null: a record counts for the period of its day.
/// </param>
public sealed record EvidenceCadence(
    int EveryMonths,
    decimal Target,
    string Source,
    string? SumOf = null,
    Sourced<int>? GraceDays = null,
    string? YearField = null
)
{
    private const int MonthsOfYear = 12;

    internal IEnumerable<(string Path, Sentence Problem)> Problems(EvidenceKind kind)
    {
        if (SumOf is { } summed && kind.Field(summed) is not { IsNumber: true })
        {
            yield return (".sumOf", new("Rules.SumOfNoNumber", [("name", summed)]));
        }

        if (YearField is { } year && kind.Field(year) is not { Type: EvidenceType.Integer, Required: true })
        {
            yield return (".yearField", new("Rules.YearFieldNoYear", [("name", year)]));
        }

        if (YearField is not null && EveryMonths != MonthsOfYear)
        {
            yield return (".yearField", new("Rules.YearFieldOfNoYear", [("months", EveryMonths)]));
        }
    }
}
