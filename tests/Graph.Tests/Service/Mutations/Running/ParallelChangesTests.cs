namespace SocietyParty.Graph.Tests.Service.Mutations.Running;

/// <summary>Changes at the same moment that have nothing to do with each other are all done, however small the tables are.</summary>
public sealed class ParallelChangesTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const int Callers = 8;
    private const int Changes = 12;

    [Fact]
    public async Task Nobody_is_put_off_because_of_others()
    {
        await Task.WhenAll(Enumerable.Range(1, Callers).Select(caller => Task.Run(() => FoundAsync(caller))));
        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.society WHERE starts_with(name, '合成并行学会')")).ShouldBe(
            Callers * Changes
        );
        (
            await city.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE relation = 'graph.turn'::regclass AND mode = 'ExclusiveLock'")
        ).ShouldBe(0);
    }

    private async Task FoundAsync(int caller)
    {
        for (var number = 1; number <= Changes; number++)
        {
            await city.DoneAsync(
                "foundSociety",
                new { name = $"合成并行学会{caller}之{number}", committee = MutationFixture.Id("Committee", 1) },
                "id"
            );
        }
    }
}
