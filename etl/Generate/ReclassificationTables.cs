namespace SocietyParty.Etl.Generate;

/// <summary>How the changes of category came about, and proposals that are open or were rejected.</summary>
internal sealed class ReclassificationTables(GenerateOptions options, IReadOnlyList<Branch> branches)
{
    private const string Office = "合成-党办";

    public TableRows Table =>
        new(
            "graph.reclassification",
            [
                "id",
                "branch_id",
                "from_category",
                "to_category",
                "derived_category",
                "state",
                "reason",
                "proposed_by",
                "proposed_on",
                "decided_by",
                "decided_on",
                "decision_reason",
                "effective_on",
            ],
            branches.SelectMany(Rows).Select((row, i) => (object?[])[i + 1L, .. row])
        );

    private IEnumerable<object?[]> Rows(Branch branch)
    {
        for (var i = 1; i < branch.Categories.Count; i++)
        {
            var (category, from) = branch.Categories[i];
            yield return
            [
                branch.Id,
                branch.Categories[i - 1].Category,
                category,
                category,
                "APPROVED",
                "合成-党员组织关系变化",
                Office,
                from!.Value.AddDays(-30),
                Office,
                from.Value.AddDays(-10),
                null,
                from,
            ];
        }

        var chance = new Chance(options.Seed, Subject.Reclassification, branch.Id);
        var present = branch.Categories[^1].Category;
        if (branch.Status != "ESTABLISHED" || present is not ("B" or "C") || !chance.Percent(6))
        {
            yield break;
        }

        var day = chance.Day(new(2026, 3, 1), new(2026, 6, 1));
        var isOpen = chance.Percent(50);
        yield return
        [
            branch.Id,
            present,
            "A",
            present,
            isOpen ? "PROPOSED" : "REJECTED",
            "合成-申请转为A类",
            Office,
            day,
            isOpen ? null : Office,
            isOpen ? null : day.AddDays(20),
            isOpen ? null : "合成-组织关系未全部转入",
            null,
        ];
    }
}
