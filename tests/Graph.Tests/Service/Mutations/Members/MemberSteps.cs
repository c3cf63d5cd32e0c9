using System.Globalization;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Members;

/// <summary>What tests of members and categories arrange, through the contract alone.</summary>
internal sealed class MemberSteps(MutationFixture city, string name)
{
    private int people;

    public string Name => name;

    public static string KeyOf(JsonElement thing) => thing.GetProperty("id").GetString()!;

    public async Task<string> SocietyAsync(string suffix = "") =>
        KeyOf(
            await city.DoneAsync("foundSociety", new { name = $"合成{name}{suffix}学会", committee = MutationFixture.Id("Committee", 1) })
        );

    /// <summary>An established branch of a society of its own.</summary>
    public async Task<string> BranchAsync(string suffix = "", string? society = null)
    {
        var branch = KeyOf(
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name = $"合成{name}{suffix}党支部",
                    form = "BRANCH",
                    societies = new[] { society ?? await SocietyAsync(suffix) },
                    proposedOn = "2020-01-01",
                }
            )
        );
        await city.DoneAsync("establishBranch", new { branch, establishedOn = "2020-02-01" });
        return branch;
    }

    public async Task<string> UnitAsync(string suffix = "") =>
        KeyOf(await city.DoneAsync("registerSupportingUnit", new { name = $"合成{name}{suffix}大学" }));

    public async Task<string> PersonAsync() =>
        KeyOf(
            await city.DoneAsync(
                "registerPerson",
                new { reference = string.Create(CultureInfo.InvariantCulture, $"合成-人员-{name}-{++people}") }
            )
        );

    /// <summary>A full member whose affiliation is in another place, or in the branch or unit given.</summary>
    public async Task<string> MemberAsync(
        string branch,
        string? affiliationBranch = null,
        string? affiliationUnit = null,
        string? person = null,
        string status = "FULL",
        string joinedOn = "2015-07-01"
    ) =>
        KeyOf(
            await city.DoneAsync(
                "registerMember",
                new
                {
                    person = person ?? await PersonAsync(),
                    branch,
                    status,
                    joinedOn,
                    affiliationBranch,
                    affiliationUnit,
                    affiliationPlace = affiliationBranch is null && affiliationUnit is null ? "合成某单位党委" : null,
                    affiliatedSince = "2020-03-01",
                }
            )
        );

    public async Task TransferAsync(string member, string toBranch, string day)
    {
        var transfer = KeyOf(
            await city.DoneAsync(
                "requestTransfer",
                new
                {
                    member,
                    toBranch,
                    requestedOn = day,
                }
            )
        );
        await city.DoneAsync("completeTransfer", new { transfer, completedOn = day });
    }

    /// <summary>Proposes a category and has it approved from the same day.</summary>
    public async Task ReclassifyAsync(string branch, string category, string day)
    {
        var reclassification = KeyOf(
            await city.DoneAsync(
                "proposeReclassification",
                new
                {
                    branch,
                    category,
                    reason = "符合条件",
                    proposedOn = day,
                }
            )
        );
        await city.DoneAsync(
            "approveReclassification",
            new
            {
                reclassification,
                effectiveOn = day,
                decidedOn = day,
            }
        );
    }

    /// <summary>A branch of category A with one member.</summary>
    public async Task<string> BranchOfAAsync(string suffix = "A")
    {
        var branch = await BranchAsync(suffix);
        await MemberAsync(branch, affiliationBranch: branch);
        await ReclassifyAsync(branch, "A", "2021-01-01");
        return branch;
    }
}
