using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>What holds of names and codes wherever they are given.</summary>
internal static class SocietyNames
{
    /// <summary>Longer names are a mistake of pasting.</summary>
    private const int LengthMax = 200;

    public static bool Check(string name, MutationContext context, string field)
    {
        if (!string.IsNullOrWhiteSpace(name) && name.Length <= LengthMax && name.Trim() == name)
        {
            return true;
        }

        context.Fail("NAME_INVALID.SocietyNames", [("lengthMax", LengthMax)], field);
        return false;
    }

    public static async Task CheckDisciplineAsync(string? code, MutationContext context, CancellationToken ct)
    {
        if (
            code is not null
            && !await context
                .Graph.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM graph.discipline WHERE code = {code}) AS \"Value\"")
                .SingleAsync(ct)
        )
        {
            context.Missing("Discipline", code, "discipline");
        }
    }
}
