using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Star;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>What each step reads in the end, found in the texts, and that a load computes what reads the change and nothing else.</summary>
public sealed class StepLineageTests
{
    [Theory]
    [InlineData(
        "facts/fct_activity",
        "activity branch branch_category_period dim_branch dim_committee dim_society",
        "member ledger_entry assessment_item_score"
    )]
    [InlineData(
        "facts/fct_member_count",
        "member member_branch_past member_status_past person",
        "activity branch_category_period dim_branch"
    )]
    [InlineData(
        "facts/fct_coverage_monthly",
        "activity member appointment ledger_entry uncovered_reason evidence_record",
        "bonus_claim work_target"
    )]
    [InlineData("facts/fct_target_progress", "work_target duty community_check_in contact_point dim_committee", "member activity")]
    [InlineData("facts/fct_rectification", "rectification rectification_stage duty", "member")]
    [InlineData("staging/quarantine", "activity rectification assessment dim_branch", "member")]
    [InlineData("dimensions/dim_branch", "branch branch_past branch_category_period branch_society", "activity member")]
    public void A_step_reads_what_its_text_and_those_before_it_name(string step, string read, string unread)
    {
        var relations = StepLineage.RelationsOf(step);
        read.Split(' ').Where(name => !relations.Contains(name) && !IsOfVersions(name)).ShouldBeEmpty();
        unread.Split(' ').Where(relations.Contains).ShouldBeEmpty();

        // A fact names versions, and what makes those is read by the dimensions' steps.
        bool IsOfVersions(string name) =>
            relations.Contains("dim_branch") && StepLineage.RelationsOf("dimensions/dim_branch").Contains(name);
    }

    [Fact]
    public void Every_change_that_is_told_is_read_by_a_step()
    {
        var read = LoadSteps
            .All.Where(step => !step.StartsWith("aggregates/", StringComparison.Ordinal))
            .SelectMany(StepLineage.RelationsOf)
            .ToHashSet();
        StepLineage.Told.Count.ShouldBeGreaterThan(40);
        // Steps read seats and not their composition, and changes of both stand there.
        StepLineage.Told.Where(relation => !read.Contains(relation)).ShouldBe(["leading_group_composition"]);
    }

    [Fact]
    public void Facts_come_after_what_they_read()
    {
        var places = LoadSteps.All.Index().ToDictionary(step => step.Item, step => step.Index);
        foreach (var fact in FactTable.All)
        {
            StepLineage.StepsOf(fact.Transform).Where(step => places[step] > places[fact.Transform]).ShouldBeEmpty(fact.Name);
        }
    }

    [Theory]
    [InlineData(
        "INSERT INTO graph.activity (branch_id, kind, title, held_on) VALUES (1, 'THEME_PARTY_DAY', '合成', '2022-06-02')",
        "facts/fct_activity facts/fct_branch_monthly facts/fct_coverage_monthly"
    )]
    [InlineData(
        "INSERT INTO graph.event_filing (society_id, event, held_on) VALUES (1, '合成', '2022-06-02')",
        "facts/fct_event_filing facts/fct_target_progress"
    )]
    public async Task A_load_computes_the_facts_that_read_the_change(string change, string facts)
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1);
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync(change);
        var steps = (await database.LoadAsync(LoadDatabase.June15)).Steps.Select(step => step.Step).ToList();
        steps
            .Where(step => step.StartsWith("facts/fct_", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(facts.Split(' '));
        // A duty of the committee reads filings, too. What only others ask for is not made.
        steps.ShouldNotContain("dimensions/dim_branch");
        steps.ShouldNotContain("facts/fct_member_count");
        // A day that passes may bring anything.
        (await database.LoadAsync(LoadDatabase.June15.AddDays(1))).Steps.Select(step => step.Step).ShouldNotContain("facts/fct_activity");
        await database.ExecuteAsync(change.Replace("2022-06-02", "2022-06-03"));
        (await database.LoadAsync(LoadDatabase.June15.AddDays(2)))
            .Steps.Count(step => step.Step.StartsWith("facts/fct_", StringComparison.Ordinal))
            .ShouldBe(FactTable.All.Count);
    }
}
