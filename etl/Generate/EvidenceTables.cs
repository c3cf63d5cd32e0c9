using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Etl.Generate;

/// <summary>
/// Charter clauses of societies and six haves of branches, by the synthetic rules. Of some nothing is recorded, which is unknown; some were
/// not met and are by now, some still are not.
/// </summary>
internal sealed class EvidenceTables(GenerateOptions options, IReadOnlyList<Society> societies, IReadOnlyList<Branch> branches)
{
    private const int UnknownPercent = 12;

    private static readonly EvidenceRules Rules = SyntheticRules.Section<EvidenceRules>();
    private static readonly EvidenceKind Clause = Rules.Kinds.Single(kind => kind.Code == "CHARTER_CLAUSE");
    private static readonly EvidenceKind Haves = Rules.Kinds.Single(kind => kind.Code == "SIX_HAVES");

    /// <summary>Last day on which a first record is made.</summary>
    private static readonly DateOnly FirstBy = new(2024, 12, 31);

    public TableRows Table =>
        new(
            "graph.evidence_record",
            [
                "id",
                "kind",
                "rule_set_code",
                "kept_by_id",
                "society_id",
                "branch_id",
                "nature",
                "held_on",
                "valid_during",
                "content",
                "is_met",
                "evidence",
            ],
            societies.SelectMany(Clauses).Concat(branches.SelectMany(HavesOf)).Select((row, i) => (object?[])[i + 1L, .. row])
        );

    private IEnumerable<object?[]> Clauses(Society society)
    {
        var chance = new Chance(options.Seed, Subject.Evidence, society.Id * 2);
        if (chance.Percent(UnknownPercent))
        {
            yield break;
        }

        var day = chance.Day(GenerateOptions.First, FirstBy);
        var isIncluded = chance.Percent(70);
        var included = new JsonObject { ["included"] = true, ["article"] = $"第{1 + chance.Below(40)}条" };
        // A charter is amended at a congress, so a clause that is missing is missing for a while.
        var amended = isIncluded || chance.Percent(40) ? (DateOnly?)null : day.AddDays(180 + chance.Below(365));
        yield return Row(
            Clause,
            society.Committee.Id,
            society.Id,
            null,
            day,
            amended,
            isIncluded ? included : new JsonObject { ["included"] = false },
            "合成：章程核准稿"
        );
        if (amended is { } then)
        {
            yield return Row(Clause, society.Committee.Id, society.Id, null, then, null, included, "合成：章程修正案");
        }
    }

    private IEnumerable<object?[]> HavesOf(Branch branch)
    {
        var chance = new Chance(options.Seed, Subject.Evidence, branch.Id * 2 + 1);
        if (branch.Status == "PROPOSED" || chance.Percent(UnknownPercent))
        {
            yield break;
        }

        var first = branch.EstablishedOn > GenerateOptions.First ? branch.EstablishedOn.Value : GenerateOptions.First;
        var end = branch.Status == "DISSOLVED" ? branch.Since!.Value : GenerateOptions.Last;
        var day = chance.Day(first, FirstBy);
        var lacking = chance.Percent(65) ? 0 : 1 + chance.Below(3);
        var skipped = chance.Below(Haves.Fields.Count);
        for (DateOnly? next; day < end; day = next.Value)
        {
            var content = new JsonObject();
            for (var i = 0; i < Haves.Fields.Count; i++)
            {
                var place = (i + skipped) % Haves.Fields.Count;
                content[Haves.Fields[i].Name] = place >= lacking;
            }

            // What was lacking is looked at again, and mostly one thing less is.
            next = lacking > 0 && chance.Percent(70) ? day.AddDays(120 + chance.Below(300)) : null;
            next = next < end ? next : null;
            yield return Row(Haves, branch.Lead.Committee.Id, null, branch.Id, day, next, content, "合成：现场查看记录");
            if (next is null)
            {
                yield break;
            }

            lacking -= chance.Percent(80) ? 1 : 0;
        }
    }

    private static object?[] Row(
        EvidenceKind kind,
        long keptBy,
        long? society,
        long? branch,
        DateOnly day,
        DateOnly? next,
        JsonObject content,
        string evidence
    ) =>
        [
            kind.Code,
            SyntheticRules.Code,
            keptBy,
            society,
            branch,
            "STATE",
            day,
            Ranges.Days(day, next),
            JsonSerializer.SerializeToElement(content),
            EvidenceMet.Of(kind, content),
            evidence,
        ];
}
