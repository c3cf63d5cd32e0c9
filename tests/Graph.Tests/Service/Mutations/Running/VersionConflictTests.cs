using SocietyParty.Service.Mutations.Activities;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Graph.Tests.Service.Mutations.Running;

/// <summary>Who is behind a conflict.</summary>
public sealed class VersionConflictTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_conflict_says_who_changed_it_with_what()
    {
        var society = await city.DoneAsync(
            "foundSociety",
            new { name = "合成学会八", committee = MutationFixture.Id("Committee", 1) },
            "id"
        );
        var id = society.GetProperty("id").GetString();
        object Input(string name) =>
            new
            {
                society = id,
                version = 1,
                name,
            };
        await city.DoneAsync("updateSociety", Input("合成学会八改"), actor: "李");
        var answer = await city.AskAsync(
            "mutation($input: UpdateSocietyInput!) { updateSociety(input: $input) { errors { ... on VersionConflict { "
                + "currentVersion changedBy changedAt changedWith } } } }",
            new { input = Input("合成学会八另改") }
        );
        var conflict = answer.GetProperty("data").GetProperty("updateSociety").GetProperty("errors")[0];
        (conflict.GetProperty("changedBy").GetString(), conflict.GetProperty("changedWith").GetString()).ShouldBe(("李", "updateSociety"));
        conflict
            .GetProperty("changedAt")
            .GetDateTimeOffset()
            .ShouldBe(await city.ScalarAsync<DateTime>("SELECT max(changed_at) FROM graph.change WHERE actor = '李'"));

        // What no mutation changed has nobody to name.
        await city.ExecuteAsync("UPDATE graph.branch SET name = name || '改' WHERE id = 2");
        answer = await city.AskAsync(
            "mutation($input: DissolveBranchInput!) { dissolveBranch(input: $input) { errors { ... on VersionConflict { "
                + "currentVersion changedBy changedAt changedWith } } } }",
            new
            {
                input = new
                {
                    branch = MutationFixture.Id("Branch", 2),
                    version = 1,
                    dissolvedOn = "2026-01-01",
                },
            }
        );
        answer
            .GetProperty("data")
            .GetProperty("dissolveBranch")
            .GetProperty("errors")[0]
            .ToString()
            .ShouldBe("""{"currentVersion":2,"changedBy":null,"changedAt":null,"changedWith":null}""");
    }

    /// <summary>A version belongs to what was read; where that may be left out, its mutation refuses a version alone.</summary>
    [Fact]
    public void A_version_has_its_object()
    {
        var versioned = typeof(Mutation)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Mutation)))
            .Select(type => ((Mutation)Activator.CreateInstance(type)!).InputType)
            .Where(input => input.GetProperty("Version") is not null)
            .ToList();
        versioned.Count.ShouldBeGreaterThan(30);
        versioned
            .Where(input =>
                input.GetProperties()[0].PropertyType is var first
                && first != typeof(NodeId)
                && !(first.IsGenericType && first.GetGenericTypeDefinition() == typeof(Id<>))
            )
            .ShouldBe([typeof(RecordActivityInput)]);
    }
}
