using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>Unified social credit codes (GB 32100-2015): some that are legal fail the check, so they are taken and told.</summary>
internal static class CodeWarnings
{
    /// <summary>Warns of a code whose check character is wrong. What is no code at all, or needs a reason, the database refuses.</summary>
    public static async Task AddAsync(string? code, MutationContext context, CancellationToken ct)
    {
        if (code is not null)
        {
            var passes = await context
                .Graph.Database.SqlQuery<bool>($"SELECT coalesce(graph.credit_code_checks({code}), true) AS \"Value\"")
                .SingleAsync(ct);
            context.Add(CreditCodes.Check(code, passes));
        }
    }
}
