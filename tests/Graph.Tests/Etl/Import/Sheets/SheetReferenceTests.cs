namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>By what a row finds its person.</summary>
public class SheetReferenceTests
{
    /// <summary>A reference is a code: typed in wide letters it means the same person, and is kept in plain ones.</summary>
    [Fact]
    public async Task A_wide_reference_is_the_same_persons()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["合成甲学会"], branches: ["合成甲学会党支部"]);
        const string members = "编号,支部名称,党员状态\n";
        (await graph.ImportAsync("members", members + "合成-A1,合成甲学会党支部,正式\n")).InsertedCount.ShouldBe(1);
        var second = await graph.ImportAsync("members", members + "合成-Ａ１,合成甲学会党支部,正式\n合成-Ｂ２,合成甲学会党支部,正式\n");
        second.Problems.ShouldBeEmpty();
        (second.UnchangedCount, second.InsertedCount).ShouldBe((1, 1));
        second.Discrepancies.ShouldHaveSingleItem().Code.ShouldBe("NAME_WRITTEN_OTHERWISE");
        (await graph.RowsAsync("SELECT person_ref FROM graph.person ORDER BY id")).ShouldBe(["合成-A1", "合成-B2"]);
        var posts = await graph.ImportAsync(
            "appointments",
            "人员编号,职务,党组织,起始日期\n合成-Ａ１,支部书记,合成甲学会党支部,2021-01-01\n"
        );
        (posts.Problems.Count, posts.InsertedCount).ShouldBe((0, 1));
        // One that was entered so before is found as it is written.
        await graph.RowsAsync("UPDATE graph.person SET person_ref = '合成-Ｂ２' WHERE id = 2 RETURNING 'x'");
        (await graph.ImportAsync("members", members + "合成-Ｂ２,合成甲学会党支部,正式\n")).UnchangedCount.ShouldBe(1);
    }
}
