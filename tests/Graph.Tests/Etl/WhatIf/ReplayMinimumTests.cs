using SocietyParty.Etl.WhatIf;
using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Etl.WhatIf;

/// <summary>Minimums of activities that a draft states and the rules did not.</summary>
public sealed class ReplayMinimumTests
{
    /// <summary>Of a region whose rules state no minimum, a draft that states one lists each branch with activities (004 组织建设-2).</summary>
    [Fact]
    public async Task A_minimum_that_is_newly_stated_is_listed()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.BranchAsync(1);
        await database.CategoryAsync(1, "A");
        await database.ExecuteAsync(
            """
            UPDATE graph.rule_set SET content = content - 'assessment';
            INSERT INTO graph.activity (branch_id, kind, title, held_on) VALUES (1, 'THEME_PARTY_DAY', '活动', '2022-05-04')
            """
        );

        using var replay = new Replay(database.Source, new ReplayLimits());
        var outcome = await replay.RunAsync(
            new ReplayRequest(DraftFile.Of(DraftFile.Text("assessment", _ => { })), new(2022, 1, 1), new(2022, 12, 31))
        );

        outcome.Problems.ShouldBeEmpty();
        outcome
            .Report!.Activities.ShouldHaveSingleItem()
            .ShouldBe(new ActivityChange(1, "党支部0", 1, "科技社团党委", 2022, "A", 1, null, 6, null, false));
    }
}
