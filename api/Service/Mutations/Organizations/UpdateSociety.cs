using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Changes what is known of a society, from a day on. Refused: VERSION_CONFLICT, SOCIETY_NAME_TAKEN, HOLDS_BEFORE_LAST_CHANGE. Told:
/// NOTHING_TO_CHANGE.
/// </summary>
public sealed record UpdateSocietyInput(
    Id<Society> Society,
    int Version,
    Maybe<string> Name,
    Maybe<SocietyKind?> Kind,
    Maybe<string> Discipline,
    Maybe<OperatingState?> OperatingState,
    DateOnly? HoldsFrom
);

internal sealed class UpdateSociety : Mutation<UpdateSocietyInput>
{
    public override async Task<MutationResult> ApplyAsync(UpdateSocietyInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Society, ct, "society") is not { } society || !context.HasVersion(society, input.Version))
        {
            return context.Refused();
        }

        if (input.Name.IsGiven)
        {
            await RenameAsync(society, input.Name.Value ?? "", context, ct);
        }

        await SocietyNames.CheckDisciplineAsync(input.Discipline.Value, context, ct);
        society.Kind = input.Kind.Or(society.Kind);
        society.DisciplineCode = input.Discipline.Or(society.DisciplineCode);
        society.OperatingState = input.OperatingState.Or(society.OperatingState);
        if (!context.HasErrors && !context.Graph.ChangeTracker.HasChanges())
        {
            context.Add(new Breach("NOTHING_TO_CHANGE.Unchanged", [], null, Severity.Warning));
        }

        if (input.HoldsFrom is { } day)
        {
            await HoldAsync(society, day, context, ct);
        }

        return context.HasErrors ? context.Refused() : context.Done(society);
    }

    // The database dates what a transaction changes, and keeps what was there before that day.
    private static async Task HoldAsync(Society society, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var known = await context
            .Graph.Database.SqlQuery<LastChange>($"""SELECT attributes_since AS "Since" FROM graph.society WHERE id = {society.Id}""")
            .SingleAsync(ct);
        if (day < known.Since)
        {
            context.Fail("HOLDS_BEFORE_LAST_CHANGE", [("since", known.Since)], "holdsFrom");
        }
        else
        {
            var stated = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await context.Graph.Database.ExecuteSqlAsync($"SELECT set_config('graph.holds_from', {stated}, true)", ct);
        }
    }

    private sealed record LastChange(DateOnly? Since);

    private static async Task RenameAsync(Society society, string name, MutationContext context, CancellationToken ct)
    {
        if (name == society.Name || !SocietyNames.Check(name, context, "name"))
        {
            return;
        }

        if (await SocietyNames.FindSocietyAsync(context, society.CommitteeId, name, society.Id, ct) is { } taken)
        {
            context.Fail("SOCIETY_NAME_TAKEN.UpdateSociety", [("name", taken)], "name");
            return;
        }

        // Published lists go on to use the old name.
        if (!await context.Graph.Set<SocietyAlias>().AnyAsync(alias => alias.SocietyId == society.Id && alias.Alias == society.Name, ct))
        {
            context.Graph.Add(
                new SocietyAlias
                {
                    SocietyId = society.Id,
                    Alias = society.Name,
                    Reason = "曾用名",
                }
            );
        }

        society.Name = name;
    }
}
