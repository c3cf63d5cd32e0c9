using System.Text.Json.Nodes;

namespace SocietyParty.Rules.Evidence;

/// <summary>What is known of a record before it is kept.</summary>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Today">Beijing's day.</param>
/// <param name="BeganOn">First day of the subject; null where nobody keeps it.</param>
/// <param name="EndedOn">First day without the subject; null while it lasts, or where nobody keeps it.</param>
/// <param name="SameDay">What stands of that kind, subject and day already.</param>
public sealed record EvidenceFacts(
    EvidenceSubject Subject,
    DateOnly HeldOn,
    DateOnly Today,
    DateOnly? BeganOn,
    DateOnly? EndedOn,
    JsonObject Content,
    IReadOnlyList<JsonObject> SameDay
);

/// <summary>A record is one of a known kind, of the right subject, on a day that was, and not there yet.</summary>
public static class EvidenceFits
{
    /// <param name="kinds">Kinds in effect where and when it is recorded.</param>
    public static Breach? Unknown(string kind, IReadOnlyList<EvidenceKind> kinds, DateOnly day) =>
        kinds.Any(known => known.Code == kind)
            ? null
            : new(
                "EVIDENCE_KIND_UNKNOWN",
                $"\"{kind}\" is no kind of evidence here on {day:yyyy-MM-dd}. There are: "
                    + $"{string.Join(", ", kinds.Select(known => $"{known.Code} {known.Name}"))}.",
                null,
                Path: ["kind"]
            );

    public static IEnumerable<Breach> Breaches(EvidenceKind kind, EvidenceFacts facts)
    {
        if (facts.Subject != kind.Subject)
        {
            yield return new(
                "EVIDENCE_SUBJECT_WRONG",
                $"{kind.Name} is recorded of a {Word(kind.Subject)}, not of a {Word(facts.Subject)}.",
                kind.Source,
                Path: [Field(facts.Subject)]
            );
        }

        if (facts.HeldOn > facts.Today)
        {
            yield return Day(
                "EVIDENCE_IN_FUTURE",
                $"{facts.HeldOn:yyyy-MM-dd} has not come yet: today is {facts.Today:yyyy-MM-dd}. Give the day on which it was found."
            );
        }

        if (facts.HeldOn < facts.BeganOn)
        {
            yield return Day(
                "EVIDENCE_TOO_EARLY",
                $"The {Word(facts.Subject)} began on {facts.BeganOn:yyyy-MM-dd}. Give that day or a later one."
            );
        }

        if (facts.HeldOn >= facts.EndedOn)
        {
            yield return Day("EVIDENCE_TOO_LATE", $"The {Word(facts.Subject)} ended on {facts.EndedOn:yyyy-MM-dd}. Give an earlier day.");
        }

        if (
            kind.Nature == EvidenceNature.State
                ? facts.SameDay.Count > 0
                : facts.SameDay.Any(known => JsonNode.DeepEquals(known, facts.Content))
        )
        {
            yield return Day(
                "EVIDENCE_RECORDED",
                $"{kind.Name} of {facts.HeldOn:yyyy-MM-dd} is recorded already. If it is wrong, void it (voidEvidence) and record it anew."
            );
        }

        Breach Day(string code, string message) => new(code, message, kind.Source, Path: ["heldOn"]);
    }

    /// <summary>A record is declared void once.</summary>
    public static Breach? Void(DateOnly? voidedOn) =>
        voidedOn is null
            ? null
            : new(
                "EVIDENCE_VOID",
                $"It was declared void on {voidedOn:yyyy-MM-dd} already. Record anew what holds.",
                null,
                Path: ["record"]
            );

    private static string Field(EvidenceSubject subject) =>
        subject == EvidenceSubject.LeadingGroup ? "leadingGroup" : subject.ToString().ToLowerInvariant();

    private static string Word(EvidenceSubject subject) =>
        subject switch
        {
            EvidenceSubject.Committee => "committee (科技社团党委)",
            EvidenceSubject.Branch => "party organization (党组织)",
            EvidenceSubject.Society => "society (科技社团)",
            EvidenceSubject.LeadingGroup => "leading group (党建工作领导小组)",
            _ => "person (人员)",
        };
}
