namespace SocietyParty.Scenarios;

public sealed partial class Slips
{
    private static object Held(Office office, string title, string heldOn) =>
        new
        {
            branch = office.Branch,
            kind = "THEME_PARTY_DAY",
            title,
            heldOn,
            hasPlan = true,
            expectedCount = 5,
            attendedCount = 4,
            hasRecord = true,
        };

    private async Task WrongDayIsMendedAsync()
    {
        await careful.DoAsync("recordActivity", "activity", Held(careful, "合成-春季学习", "2027-03-15"));
        var activity = await hasty.KeyAsync("recordActivity", "activity", Held(hasty, "合成-春季学习", "2028-03-15"));
        await ShouldBeSeenAsync();
        var corrected = await hasty.DoAsync(
            "correctActivity",
            "activity",
            new
            {
                activity,
                heldOn = "2027-03-15",
                reason = "年份填错",
            },
            "heldOn mendings { reason }"
        );
        corrected.ToString().ShouldBe("""{"heldOn":"2027-03-15","mendings":[{"reason":"年份填错"}]}""");
        await ShouldBeMendedAsync();
        (await hasty.MendedAsync("年份填错")).ShouldHaveSingleItem().ShouldStartWith("ACTIVITY CORRECTED heldOn: 2028-03-15 → 2027-03-15");

        var node = await hasty.KeyAsync("recordActivity", "activity", Held(hasty, "合成-别处的活动", "2027-04-01"));
        await ShouldBeSeenAsync();
        (await hasty.RefusedAsync("voidRecord", "mendedRecord", new { node, reason = " " })).ShouldBe(["TEXT_INVALID"]);
        await hasty.DoAsync("voidRecord", "mendedRecord", new { node, reason = "没有开展" });
        await ShouldBeMendedAsync();
        (await hasty.MendedAsync("没有开展")).ShouldHaveSingleItem().ShouldStartWith("ACTIVITY VOIDED attendedCount: 4 →");
    }

    private async Task SecondEntryIsRefusedAsync()
    {
        await BothAsync(office => office.DoAsync("recordActivity", "activity", Held(office, "合成-夏季学习", "2027-06-15")));
        (await hasty.RefusedAsync("recordActivity", "activity", Held(hasty, "合成-夏季学习", "2027-06-15"))).ShouldBe([
            "DUPLICATE_ACTIVITY 004 组织建设-2",
        ]);
        await ShouldBeMendedAsync();
    }

    private async Task CheckInIsMendedAsync()
    {
        static object CheckIn(Office office, string community, string checkedInOn = "2027-06-05") =>
            new
            {
                branch = office.Branch,
                community,
                checkedInOn,
                service = "科普讲座",
            };
        await careful.DoAsync("recordCheckIn", "communityCheckIn", CheckIn(careful, "合成-科苑社区"));
        var checkIn = await hasty.KeyAsync("recordCheckIn", "communityCheckIn", CheckIn(hasty, "合成-科园社区", "2028-06-05"));
        await ShouldBeSeenAsync();
        await hasty.DoAsync(
            "correctCheckIn",
            "communityCheckIn",
            new
            {
                checkIn,
                checkedInOn = "2027-06-05",
                reason = "年份写错",
            }
        );
        // The year's duty counts it, but it is still another community.
        await ShouldBeSeenAsync();
        await hasty.DoAsync(
            "correctCheckIn",
            "communityCheckIn",
            new
            {
                checkIn,
                community = "合成-科苑社区",
                reason = "社区名称填错",
            }
        );
        await ShouldBeMendedAsync();
        (await hasty.MendedAsync("年份写错")).ShouldBe(["CHECK_IN CORRECTED checkedInOn: 2028-06-05 → 2027-06-05"]);
        (await hasty.MendedAsync("社区名称填错")).ShouldBe(["CHECK_IN CORRECTED community: 合成-科园社区 → 合成-科苑社区"]);
        (await hasty.RefusedAsync("recordCheckIn", "communityCheckIn", CheckIn(hasty, "合成-科苑社区"))).ShouldBe([
            "CHECK_IN_RECORDED 001 §12",
        ]);
    }

    private async Task DuesAreMendedAsync()
    {
        static object Paid(Office office, int member, string firstMonth, int amount) =>
            new
            {
                member = office.Members[member],
                firstMonth,
                monthCount = 3,
                amount,
                paidOn = "2027-12-10",
            };
        await BothAsync(office =>
            office.DoAsync(
                "setDuesStandard",
                "member",
                new
                {
                    member = office.Members[0],
                    monthlyAmount = 30,
                    validFrom = "2027-03-01",
                }
            )
        );
        await careful.DoAsync("recordDues", "member", Paid(careful, 0, "2027-07-01", 90));
        (await hasty.WarnedAsync("recordDues", "member", Paid(hasty, 0, "2027-10-01", 900)))
            .ShouldHaveSingleItem()
            .ShouldStartWith("DUES_");
        await ShouldBeSeenAsync();
        await hasty.DoAsync(
            "correctDues",
            "member",
            new
            {
                member = hasty.Members[0],
                month = "2027-11-01",
                amount = 90,
                reason = "多打一个零",
            }
        );
        await ShouldBeSeenAsync();
        await hasty.DoAsync(
            "correctDues",
            "member",
            new
            {
                member = hasty.Members[0],
                month = "2027-10-01",
                firstMonth = "2027-07-01",
                reason = "是三季度的",
            }
        );
        await ShouldBeMendedAsync();
        // Nobody's own amount is shown, not even that it was wrong.
        (await hasty.MendedAsync("多打一个零")).ShouldBe(["DUES_PAYMENT CORRECTED "]);
        (await hasty.MendedAsync("是三季度的")).ShouldBe(["DUES_PAYMENT CORRECTED firstMonth: 2027-10-01 → 2027-07-01"]);

        await hasty.DoAsync("recordDues", "member", Paid(hasty, 1, "2027-07-01", 90));
        await ShouldBeSeenAsync();
        await hasty.DoAsync(
            "voidDues",
            "member",
            new
            {
                member = hasty.Members[1],
                month = "2027-08-01",
                reason = "记到别人名下",
            }
        );
        await ShouldBeMendedAsync();
        (await hasty.MendedAsync("记到别人名下")).ShouldHaveSingleItem().ShouldStartWith("DUES_PAYMENT VOIDED firstMonth: 2027-07-01 →");
    }

    private async Task LedgerIsMendedAsync()
    {
        static object Counted(Office office, int counted) =>
            new
            {
                society = office.Society,
                aspect = "PARTY_MEMBERS",
                isClear = true,
                statement = "合成-已核实",
                counted,
                recordedOn = "2027-06-10",
            };
        await careful.DoAsync("recordLedgerEntry", "ledgerEntry", Counted(careful, 5));
        var ledgerEntry = await hasty.KeyAsync("recordLedgerEntry", "ledgerEntry", Counted(hasty, 50));
        await ShouldBeSeenAsync();
        (await hasty.RefusedAsync("recordLedgerEntry", "ledgerEntry", Counted(hasty, 5))).ShouldBe(["DUPLICATE_LEDGER_ENTRY 002 §2"]);
        await hasty.DoAsync(
            "correctLedgerEntry",
            "ledgerEntry",
            new
            {
                ledgerEntry,
                counted = 5,
                reason = "人数填错",
            }
        );
        await ShouldBeMendedAsync();
        (await hasty.MendedAsync("人数填错")).ShouldBe(["LEDGER_ENTRY CORRECTED counted: 50 → 5"]);
    }
}
