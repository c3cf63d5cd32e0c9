using SocietyParty.Rules.Activities;
using SocietyParty.Rules.Assessments;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Activities.Shared;

/// <summary>The kind of an activity as it is given: a usual one, or the code of one of the rule set's own.</summary>
internal static class ActivityKinds
{
    /// <summary>Takes over what is given; a breach where both are, or the rules of the day have no such kind.</summary>
    public static async Task TakeAsync(
        Activity activity,
        ActivityKind? kind,
        string? code,
        long committee,
        DateOnly day,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Add(ActivityKindFits.Once(kind is not null, code is not null));
        if (code is null)
        {
            if (kind is { } usual)
            {
                (activity.Kind, activity.KindCode, activity.KindName, activity.KindEnglishName) = (usual, null, null, null);
            }

            return;
        }

        var kinds = (await context.FindRulesOfAsync<AssessmentRules>(committee, day, ct))?.Activities.Kinds ?? [];
        context.Add(ActivityKindFits.Unknown(code, [.. kinds.Select(known => (known.Code, known.Word))]));
        if (kinds.FirstOrDefault(known => known.Code == code) is { } own)
        {
            var meant = Enum.Parse<ActivityKind>(own.Kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            (activity.Kind, activity.KindCode, activity.KindName, activity.KindEnglishName) = (meant, own.Code, own.Name, own.EnglishName);
        }
    }
}
