using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Categories;

/// <summary>What a proposal needs before it is decided, and when its category begins (000).</summary>
public sealed class ReclassificationDecisionTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_proposal_is_decided_once()
    {
        var steps = new MemberSteps(city, "一次");
        var branch = await steps.BranchAsync();
        await steps.MemberAsync(branch);
        var reclassification = MemberSteps.KeyOf(
            await city.DoneAsync(
                "proposeReclassification",
                new
                {
                    branch,
                    category = "C",
                    reason = "功能型",
                    proposedOn = "2022-03-01",
                }
            )
        );
        (
            await city.RefusedAsync(
                "proposeReclassification",
                new
                {
                    branch,
                    category = "C",
                    reason = "再次",
                    proposedOn = "2022-03-02",
                }
            )
        ).ShouldBe(["RECLASSIFICATION_OPEN 000 §四"]);
        (
            await city.RefusedAsync(
                "approveReclassification",
                new
                {
                    reclassification,
                    effectiveOn = "2022-03-01",
                    decidedOn = "2022-02-28",
                }
            )
        ).ShouldBe(["DECIDED_BEFORE_PROPOSED"]);
        (
            await city.RefusedAsync(
                "rejectReclassification",
                new
                {
                    reclassification,
                    decidedOn = "2022-03-05",
                    reason = " ",
                }
            )
        ).ShouldBe(["REASON_EMPTY"]);
        (
            await city.RefusedAsync(
                "rejectReclassification",
                new
                {
                    reclassification,
                    decidedOn = "2022-03-05",
                    reason = "不符",
                    version = 7,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        var rejected = await city.DoneAsync(
            "rejectReclassification",
            new
            {
                reclassification,
                decidedOn = "2022-03-05",
                reason = "材料不全",
            },
            "state decidedBy decisionReason effectiveOn",
            actor: "党办"
        );
        rejected.ToString().ShouldBe("""{"state":"REJECTED","decidedBy":"党办","decisionReason":"材料不全","effectiveOn":null}""");
        (
            await city.RefusedAsync(
                "approveReclassification",
                new
                {
                    reclassification,
                    effectiveOn = "2022-03-10",
                    decidedOn = "2022-03-10",
                }
            )
        ).ShouldBe(["WRONG_STAGE 000 §四"]);

        var again = MemberSteps.KeyOf(
            await city.DoneAsync(
                "proposeReclassification",
                new
                {
                    branch,
                    category = "C",
                    reason = "补充材料",
                    proposedOn = "2022-04-01",
                }
            )
        );
        (await city.DoneAsync("withdrawReclassification", new { reclassification = again, withdrawnOn = "2022-04-02" }, "state"))
            .ToString()
            .ShouldBe("""{"state":"WITHDRAWN"}""");
    }

    [Fact]
    public async Task A_category_does_not_begin_before_the_present_one_and_names_its_document()
    {
        var steps = new MemberSteps(city, "文件");
        var branch = await steps.BranchOfAAsync();
        await city.ExecuteAsync(
            "UPDATE graph.member SET affiliation_branch_id = NULL, affiliation_place = '合成某单位', affiliated_since = '2023-01-01' "
                + "WHERE affiliation_branch_id = @key",
            new { key = ReclassificationTests.Key(branch) }
        );
        var reclassification = MemberSteps.KeyOf(
            await city.DoneAsync(
                "proposeReclassification",
                new
                {
                    branch,
                    category = "C",
                    reason = "转出",
                    proposedOn = "2023-02-01",
                }
            )
        );
        (
            await city.RefusedAsync(
                "approveReclassification",
                new
                {
                    reclassification,
                    effectiveOn = "2021-01-01",
                    decidedOn = "2023-02-02",
                }
            )
        ).ShouldBe(["CATEGORY_DATE_TOO_EARLY"]);
        (
            await city.RefusedAsync(
                "approveReclassification",
                new
                {
                    reclassification,
                    effectiveOn = "2023-03-01",
                    decidedOn = "2023-02-02",
                    documentTitle = "合成",
                    documentNumber = "",
                }
            )
        ).ShouldBe(["TEXT_INVALID"]);
        (
            await city.RefusedAsync(
                "approveReclassification",
                new
                {
                    reclassification,
                    effectiveOn = "2023-03-01",
                    decidedOn = "2023-02-02",
                    documentNumber = "x",
                }
            )
        ).ShouldBe(["DOCUMENT_TITLE_MISSING"]);
        var approved = await city.DoneAsync(
            "approveReclassification",
            new
            {
                reclassification,
                effectiveOn = "2023-03-01",
                decidedOn = "2023-02-02",
                documentTitle = "合成分类名单",
                documentNumber = "合成〔2023〕1号",
            },
            "document { title } branch { category categoryHistory { document { documentNumber } } }"
        );
        approved
            .ToString()
            .ShouldBe(
                """{"document":{"title":"合成分类名单"},"branch":{"category":"C","categoryHistory":[{"document":{"documentNumber":"合成〔2023〕1号"}},{"document":null}]}}"""
            );
    }
}
