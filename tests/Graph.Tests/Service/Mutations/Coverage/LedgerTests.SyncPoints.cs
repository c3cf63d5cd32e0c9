namespace SocietyParty.Graph.Tests.Service.Mutations.Coverage;

/// <summary>Sync points and vetoes (002).</summary>
public sealed partial class LedgerTests
{
    [Fact]
    public async Task Sync_points_and_vetoes_are_recorded_with_their_reasons()
    {
        var society = await SocietyAsync("合成同步学会");
        object Point(string heldOn) =>
            new
            {
                society,
                occasion = "ANNUAL_INSPECTION",
                heldOn,
                result = "TO_IMPROVE",
                collected = "党建工作情况",
            };
        await city.DoneAsync("recordSyncPoint", Point("2024-05-20"));
        (await city.RefusedAsync("recordSyncPoint", Point("2024-05-20"))).ShouldBe(["SYNC_POINT_RECORDED 002 §10"]);
        (
            await city.RefusedAsync(
                "raiseVeto",
                new
                {
                    society,
                    reason = "",
                    raisedOn = "2024-06-01",
                }
            )
        ).ShouldBe(["TEXT_INVALID"]);
        var veto = (
            await city.DoneAsync(
                "raiseVeto",
                new
                {
                    society,
                    reason = "党建工作开展不力",
                    raisedOn = "2024-06-01",
                }
            )
        ).GetProperty("id").GetString();
        (
            await city.RefusedAsync(
                "raiseVeto",
                new
                {
                    society,
                    reason = "再次",
                    raisedOn = "2024-07-01",
                }
            )
        ).ShouldBe(["VETO_HOLDS 002 §10"]);
        (
            await city.RefusedAsync(
                "liftVeto",
                new
                {
                    veto,
                    reason = "已整改",
                    liftedOn = "2024-05-01",
                }
            )
        ).ShouldBe(["VETO_DATE_TOO_EARLY 002 §10"]);
        (
            await city.RefusedAsync(
                "liftVeto",
                new
                {
                    veto,
                    reason = "已整改",
                    liftedOn = "2024-08-01",
                    version = 7,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        await city.DoneAsync(
            "liftVeto",
            new
            {
                veto,
                reason = "已整改",
                liftedOn = "2024-08-01",
                version = 1,
            }
        );
        (
            await city.RefusedAsync(
                "liftVeto",
                new
                {
                    veto,
                    reason = "已整改",
                    liftedOn = "2024-09-01",
                }
            )
        ).ShouldBe(["WRONG_STAGE 002 §10"]);
        (
            await OfSocietyAsync(
                society,
                "syncPoints { occasion heldOn result } then: veto(asOf: \"2024-07-01\") { reason liftedReason liftedBy } now: veto { "
                    + "reason } vetoHistory { liftedOn }"
            )
        ).ShouldBe(
            """{"syncPoints":[{"occasion":"ANNUAL_INSPECTION","heldOn":"2024-05-20","result":"TO_IMPROVE"}],"then":{"reason":"党建工作开展不力","liftedReason":"已整改","liftedBy":"unknown"},"now":null,"vetoHistory":[{"liftedOn":"2024-08-01"}]}"""
        );
    }
}
