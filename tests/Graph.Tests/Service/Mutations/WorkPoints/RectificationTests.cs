using Npgsql;

namespace SocietyParty.Graph.Tests.Service.Mutations.WorkPoints;

/// <summary>From found to notified (001 §7), and the filing of events (004 政治建设-4).</summary>
public sealed class RectificationTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Society = MutationFixture.Id("Society", 7);

    private async Task<string> OpenAsync(string foundOn = "2024-05-10") => (
            await city.DoneAsync(
                "openRectification",
                new
                {
                    society = Society,
                    problem = "未按期开展活动",
                    foundOn,
                }
            )
        ).GetProperty("id").GetString()!;

    [Fact]
    public async Task Each_stage_follows_the_one_before_and_who_moved_it_is_kept()
    {
        var rectification = await OpenAsync();
        (await city.RefusedAsync("closeRectification", new { rectification, on = "2024-05-20" })).ShouldBe(["WRONG_STAGE 001 §7"]);
        (await city.RefusedAsync("ledgerRectification", new { rectification, on = "2024-05-09" })).ShouldBe([
            "STAGE_DATE_TOO_EARLY 001 §7",
        ]);
        (
            await city.DoneAsync(
                "ledgerRectification",
                new
                {
                    rectification,
                    on = "2024-05-15",
                    note = "入账",
                },
                "stage version",
                actor: "党办"
            )
        ).ToString().ShouldBe("""{"stage":"LEDGERED","version":2}""");
        (
            await city.RefusedAsync(
                "closeRectification",
                new
                {
                    rectification,
                    on = "2024-06-01",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);

        const string Due =
            "query($f: Date!) { duties(where: { kind: { eq: RECTIFICATION }, dueOn: { gte: \"2024-05-01\", lt: $f }, doneOn: { "
            + "eq: null } }) { nodes { period dueOn rectification { problem } society { id } } } }";
        (await city.QueryAsync(Due, new { f = "2024-08-01" }))
            .GetProperty("duties")
            .GetProperty("nodes")
            .ToString()
            .ShouldBe(
                $$$"""[{"period":"CLOSED","dueOn":"2024-07-14","rectification":{"problem":"未按期开展活动"},"society":{"id":"{{{Society}}}"}}]"""
            );

        await city.DoneAsync("closeRectification", new { rectification, on = "2024-07-20" });
        var notified = await city.DoneAsync(
            "notifyRectification",
            new { rectification, on = "2024-07-25" },
            "stage stages { fromStage toStage movedOn note actor }"
        );
        notified
            .ToString()
            .ShouldBe(
                """{"stage":"NOTIFIED","stages":[{"fromStage":null,"toStage":"FOUND","movedOn":"2024-05-10","note":null,"actor":"unknown"},{"fromStage":"FOUND","toStage":"LEDGERED","movedOn":"2024-05-15","note":"入账","actor":"党办"},{"fromStage":"LEDGERED","toStage":"CLOSED","movedOn":"2024-07-20","note":null,"actor":"unknown"},{"fromStage":"CLOSED","toStage":"NOTIFIED","movedOn":"2024-07-25","note":null,"actor":"unknown"}]}"""
            );
        (await city.RefusedAsync("notifyRectification", new { rectification, on = "2024-07-26" })).ShouldBe(["WRONG_STAGE 001 §7"]);
        (
            await Should.ThrowAsync<PostgresException>(() => city.ExecuteAsync("DELETE FROM graph.rectification_stage"))
        ).ConstraintName.ShouldBe("rectification_stage_is_kept");
    }

    [Fact]
    public async Task A_problem_is_one_of_a_society_or_of_a_branch()
    {
        (await city.RefusedAsync("openRectification", new { problem = "x", foundOn = "2024-05-10" })).ShouldBe(["ONE_SUBJECT"]);
        (
            await city.RefusedAsync(
                "openRectification",
                new
                {
                    society = Society,
                    branch = MutationFixture.Id("Branch", 7),
                    problem = "",
                    foundOn = "2024-05-10",
                }
            )
        ).ShouldBe(["TEXT_INVALID", "ONE_SUBJECT"]);
        (
            await city.DoneAsync(
                "openRectification",
                new
                {
                    branch = MutationFixture.Id("Branch", 7),
                    problem = "x",
                    foundOn = "2023-05-10",
                },
                "society { id } branch { id }"
            )
        ).GetProperty("branch").GetProperty("id").GetString().ShouldBe(MutationFixture.Id("Branch", 7));
    }

    [Fact]
    public async Task Two_who_move_it_on_at_once_move_it_once()
    {
        var rectification = await OpenAsync("2023-05-10");
        var both = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => city.ChangeAsync("ledgerRectification", new { rectification, on = "2023-05-16" }))
        );
        both.Count(payload => payload.GetProperty("errors").GetArrayLength() == 0).ShouldBe(1);
        both.Where(payload => payload.GetProperty("errors").GetArrayLength() > 0)
            .Select(payload => MutationFixture.Shown(payload.GetProperty("errors")[0]))
            .Distinct()
            .ShouldBe(["WRONG_STAGE 001 §7"]);
    }

    [Fact]
    public async Task An_event_is_filed_before_it_is_held_and_a_late_filing_is_told()
    {
        object Event(string title, string? filedOn) =>
            new
            {
                society = Society,
                @event = title,
                heldOn = "2024-09-20",
                filedOn,
            };
        (await city.ChangeAsync("fileEvent", Event("合成论坛", "2024-09-10"))).GetProperty("warnings").GetArrayLength().ShouldBe(0);
        (await city.RefusedAsync("fileEvent", Event("合成论坛", "2024-09-11"))).ShouldBe(["EVENT_FILED 004 政治建设-4"]);
        await city.DoneAsync("fileEvent", Event("合成报告会", null));
        const string Late =
            "{ duties(where: { kind: { eq: EVENT_FILING }, dueOn: { lt: \"2024-10-01\" }, doneOn: { eq: null } }) { nodes { "
            + "period dueOn eventFiling { event } } } }";
        (await city.QueryAsync(Late))
            .GetProperty("duties")
            .GetProperty("nodes")
            .ToString()
            .ShouldBe("""[{"period":"2024-09-20","dueOn":"2024-09-19","eventFiling":{"event":"合成报告会"}}]""");
        var late = await city.ChangeAsync("fileEvent", Event("合成报告会", "2024-09-21"), "filedOn");
        late.GetProperty("eventFiling").GetProperty("filedOn").GetString().ShouldBe("2024-09-21");
        MutationFixture.Shown(late.GetProperty("warnings")[0]).ShouldStartWith("FILED_LATE 004 政治建设-4");
        (await city.QueryAsync(Late)).GetProperty("duties").GetProperty("nodes").GetArrayLength().ShouldBe(0);
    }
}
