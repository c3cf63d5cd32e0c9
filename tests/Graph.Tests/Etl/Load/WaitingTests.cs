namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>待入库 How many subjects changed since the last load saw the graph, and since when: what the pages say of their figures.</summary>
public sealed class WaitingTests
{
    private const string Waiting =
        "SELECT concat_ws(' ', coalesce(waiting_count::text, '-'), waiting_since IS NOT NULL) FROM mart.warehouse";

    [Fact]
    public async Task A_change_waits_until_a_load_takes_it()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(3);
        // Nothing is loaded, so nobody waits for the next load of anything.
        (await database.ScalarAsync<string>(Waiting)).ShouldBe("- f");
        await database.LoadAsync(LoadDatabase.June15);
        (await database.ScalarAsync<string>(Waiting)).ShouldBe("0 f");

        await database.ExecuteAsync("UPDATE graph.society SET level = 'NATIONAL' WHERE id IN (1, 2)");
        var since = await database.ScalarAsync<string>("SELECT waiting_since::text FROM mart.warehouse");
        (await database.ScalarAsync<string>(Waiting)).ShouldBe("2 t");
        // The same once more is one still, and the first moment stays.
        await database.ExecuteAsync("UPDATE graph.society SET level = 'MUNICIPAL' WHERE id IN (2, 3)");
        (await database.ScalarAsync<string>(Waiting)).ShouldBe("3 t");
        (await database.ScalarAsync<string>("SELECT waiting_since::text FROM mart.warehouse")).ShouldBe(since);

        await database.LoadAsync(LoadDatabase.June15);
        (await database.ScalarAsync<string>(Waiting)).ShouldBe("0 f");
    }

    [Fact]
    public async Task What_is_too_much_to_be_counted_has_no_number_and_what_is_older_than_the_record_no_moment()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync("INSERT INTO graph.touched (subject) VALUES ('SOCIETY')");
        (await database.ScalarAsync<string>(Waiting)).ShouldBe("- t");
        await database.ExecuteAsync("INSERT INTO graph.touched (subject, subject_id, at) VALUES ('BRANCH', 1, NULL)");
        (await database.ScalarAsync<string>(Waiting)).ShouldBe("- f");
    }
}
