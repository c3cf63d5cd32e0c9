using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments.Shared;

/// <summary>What an issue and a correction have in common: a result with its items, and the talk that a fail leads to.</summary>
internal static class IssuedResults
{
    public static async Task AddAsync(Assessment result, IEnumerable<AssessmentRating> items, MutationContext context, CancellationToken ct)
    {
        context.Graph.Add(result);
        await context.SaveAsync(ct);
        context.Graph.AddRange(
            items.Select(item => new AssessmentItemScore
            {
                AssessmentId = result.Id,
                ItemCode = item.ItemCode,
                Section = item.Section,
                Maximum = item.Maximum,
                Score = item.Score,
            })
        );
    }

    /// <summary>The band whose grade a result has; the best of what it stands for where the scheme no longer has it.</summary>
    public static GradeBand Band(Assessment result, AssessmentRules rules) =>
        rules.Grades.Bands.FirstOrDefault(band => (band.Grade, band.Code) == (result.Grade, result.GradeCode))
        ?? rules.Grades.Bands.First(band => band.Grade >= result.Grade);

    /// <summary>Sum of the items, and the survey by its weight where there was one.</summary>
    public static decimal Fixed(IEnumerable<AssessmentRating> items, decimal? satisfactionRate, AssessmentRules rules) =>
        items.Sum(item => item.Score)
        + decimal.Round(rules.SatisfactionWeight.Value * (satisfactionRate ?? 0), 2, MidpointRounding.AwayFromZero);

    /// <summary>诫勉谈话 Due where the result is a fail; lifted where it no longer is and was not held yet (004 第七条).</summary>
    public static async Task TalkAsync(
        long entry,
        AssessmentGrade grade,
        DateOnly issuedOn,
        AssessmentRules rules,
        MutationContext context,
        CancellationToken ct
    )
    {
        var talk = await context.Graph.Set<AdmonitionTalk>().SingleOrDefaultAsync(known => known.EntryId == entry, ct);
        var due = issuedOn.AddDays(rules.Admonition.Days.Value);
        if (grade == AssessmentGrade.Unqualified)
        {
            if (talk is null)
            {
                context.Graph.Add(new AdmonitionTalk { EntryId = entry, DueOn = due });
            }
            else if (talk.LapsedOn is not null)
            {
                (talk.LapsedOn, talk.DueOn) = (null, due);
            }
        }
        else if (talk is { HeldOn: null, LapsedOn: null })
        {
            talk.LapsedOn = issuedOn;
        }
    }
}
