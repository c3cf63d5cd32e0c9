namespace SocietyParty.Rules.Mending;

/// <summary>What rests on a record.</summary>
/// <param name="Action">What is done to it.</param>
/// <param name="IssuedYear">The year whose issued result counted it; null where none did.</param>
/// <param name="ChangesFigures">Whether what counts is changed, and not words alone.</param>
/// <param name="IsDecided">Whether a decision was taken on it: on a claim, or on an item of a meeting.</param>
public sealed record MendingFacts(
    RecordKind Kind,
    MendingAction Action,
    int? IssuedYear = null,
    bool ChangesFigures = true,
    bool IsDecided = false
);

/// <summary>更正、作废 What others rest on stays as they saw it; they are corrected themselves.</summary>
public static class MendingFits
{
    /// <param name="path">Field of the input that names the record.</param>
    public static IEnumerable<Breach> Breaches(MendingFacts facts, string path)
    {
        if (facts is { IssuedYear: { } year, ChangesFigures: true })
        {
            yield return new("RECORD_IN_ISSUED_RESULT", [("year", year)], "004 第六条（四）", Path: [path]);
        }

        if (facts.IsDecided && Decided(facts.Kind) is var (key, clause))
        {
            yield return new(key, [], clause, Path: [path]);
        }
    }

    private static (string Key, string Clause)? Decided(RecordKind kind) =>
        kind switch
        {
            RecordKind.BonusClaim => ("RECORD_DECIDED.BonusClaim", "004 第五条（六）"),
            RecordKind.LeadingGroupMeeting => ("RECORD_DECIDED.LeadingGroupMeeting", "003 第二十条"),
            _ => null,
        };
}
