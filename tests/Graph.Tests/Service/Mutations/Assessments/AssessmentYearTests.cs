using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>One round from its opening to a corrected result, with each refusal on the way (004).</summary>
public sealed class AssessmentYearTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_round_goes_from_self_assessment_to_a_corrected_result()
    {
        // The first two in a consortium, the third on its own and idle.
        var year = await RoundSteps.WithBranchesAsync(city, "合成甲", 3);
        await year.ActiveAsync(0, 6);
        await year.ActiveAsync(1, 3);
        await city.DoneAsync(
            "recordYearPlan",
            new
            {
                branch = year.Branches[0],
                year = 2025,
                plannedOn = "2025-01-10",
                summarizedOn = "2025-12-20",
            }
        );
        await OpenAsync(year);
        await SelfAsync(year);
        await SuperviseAsync(year);
        await DebriefAsync(year);
        await BonusAsync(year);
        await ReviewAsync(year);
        await IssueAsync(year);
        await CorrectAsync(year);
        await TalkAsync(year);
    }

    private async Task OpenAsync(RoundSteps year)
    {
        (
            await city.RefusedAsync(
                "openAssessmentRound",
                new
                {
                    committee = year.Committee,
                    year = 2025,
                    cutOffOn = "2026-01-01",
                    openedOn = "2025-12-01",
                }
            )
        ).ShouldBe(["CUT_OFF_OUTSIDE_YEAR"]);
        (
            await city.RefusedAsync(
                "openAssessmentRound",
                new
                {
                    committee = year.Committee,
                    year = 2023,
                    openedOn = "2023-12-01",
                }
            )
        ).ShouldBe(["NOBODY_TO_ASSESS 004 第二条"]);
        await year.OpenAsync();
        year.Entries.Count.ShouldBe(3);
        (
            await city.RefusedAsync(
                "openAssessmentRound",
                new
                {
                    committee = year.Committee,
                    year = 2025,
                    openedOn = "2025-12-02",
                }
            )
        ).ShouldBe(["ROUND_OPENED_ALREADY 004 第四条", "NOBODY_TO_ASSESS 004 第二条"]);
        var scheme = (
            await city.QueryAsync(
                "query($id: ID!) { assessmentRound(id: $id) { status cutOffOn scheme { ruleSetCode items { itemCode maximum "
                    + "statedMaximum clause overrideReason } } } }",
                new { id = year.Round }
            )
        ).GetProperty("assessmentRound");
        scheme.GetProperty("status").GetString().ShouldBe("OPEN");
        scheme.GetProperty("cutOffOn").GetString().ShouldBe("2025-12-31");
        scheme.GetProperty("scheme").GetProperty("ruleSetCode").GetString().ShouldBe("chongqing-2020");
        var items = scheme.GetProperty("scheme").GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(19);
        var fourth = items.Single(item => item.GetProperty("itemCode").GetString() == "SOCIAL_GOVERNANCE_1");
        (fourth.GetProperty("maximum").GetDecimal(), fourth.GetProperty("statedMaximum").GetDecimal()).ShouldBe((5, 10));
        fourth.GetProperty("overrideReason").GetString().ShouldNotBeNullOrEmpty();
    }

    private async Task SelfAsync(RoundSteps year)
    {
        (
            await city.RefusedAsync(
                "recordDebrief",
                new
                {
                    entry = year.Entry(2),
                    basis = "IN_PERSON",
                    ballotRates = new[] { 1m },
                    heldOn = "2026-03-10",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（一）"]);
        var scores = RoundSteps.Scores([
            .. RoundSteps
                .Full.Where(score => score.Item != "TEAM_2")
                .Select(score => score.Item == "SOCIAL_GOVERNANCE_1" ? (score.Item, 10m) : score),
        ]);
        var refused = await city.ChangeAsync(
            "submitSelfAssessment",
            new
            {
                entry = year.Entry(0),
                scores,
                submittedOn = "2026-01-10",
            }
        );
        refused
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => $"{MutationFixture.Shown(error)} {string.Join('/', error.GetProperty("path").EnumerateArray())}")
            .ShouldBe(["SCORE_EXCEEDS_MAXIMUM 004 第五条（四） input/scores/16/score", "ITEM_NOT_SCORED 004 班子建设-2 input/scores"]);
        (
            await city.RefusedAsync(
                "submitSelfAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    submittedOn = "2026-01-10",
                    version = 7,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        var scored = (
            await city.DoneAsync(
                "submitSelfAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    submittedOn = "2026-01-10",
                },
                "version"
            )
        ).GetProperty("version").GetInt32();
        await city.DoneAsync(
            "submitSelfAssessment",
            new
            {
                entry = year.Entry(0),
                scores = RoundSteps.Scores(RoundSteps.Full),
                submittedOn = "2026-01-10",
                version = scored,
            }
        );
        (
            await city.RefusedAsync(
                "submitSelfAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    submittedOn = "2026-01-10",
                    version = scored,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        for (var i = 0; i < 3; i++)
        {
            (await year.SubmitAsync(i, "stage selfSubmittedOn standing { selfScore reviewScore }"))
                .ToString()
                .ShouldBe("""{"stage":"SELF","selfSubmittedOn":"2026-01-10","standing":{"selfScore":95.00,"reviewScore":null}}""");
        }
    }

    private async Task SuperviseAsync(RoundSteps year)
    {
        var team = (await city.DoneAsync("createSupervisionTeam", new { committee = year.Committee, name = "合成第一督导团" }))
            .GetProperty("id")
            .GetString();
        (await city.RefusedAsync("createSupervisionTeam", new { committee = year.Committee, name = "合成第一督导团" })).ShouldBe([
            "SUPERVISION_TEAM_NAME_TAKEN",
        ]);
        object Consortium(string name, string[] branches) =>
            new
            {
                committee = year.Committee,
                name,
                branches,
                supervisionTeam = team,
                validFrom = "2025-01-01",
            };
        (await city.RefusedAsync("createConsortium", Consortium("合成联合体", [MutationFixture.Id("Branch", 1)]))).ShouldBe([
            "OF_ANOTHER_COMMITTEE 004 第六条（二）",
        ]);
        var first = (await city.DoneAsync("createConsortium", Consortium("合成联合体一", [year.Branches[0]]), "id branches { totalCount }"))
            .GetProperty("id")
            .GetString();
        var second = (await city.DoneAsync("createConsortium", Consortium("合成联合体二", [year.Branches[1]])))
            .GetProperty("id")
            .GetString();
        (
            await city.RefusedAsync(
                "recordDebrief",
                new
                {
                    entry = year.Entry(0),
                    basis = "IN_PERSON",
                    ballotRates = new[] { 1m },
                    heldOn = "2026-03-10",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（三）"]);
        object Ranking(params string?[] consortia) =>
            new
            {
                round = year.Round,
                supervisionTeam = team,
                consortia,
                rankedOn = "2026-02-10",
            };
        (await city.RefusedAsync("rankConsortia", Ranking(first))).ShouldBe(["RANKING_INCOMPLETE 004 第六条（二）"]);
        (await city.RefusedAsync("rankConsortia", Ranking(first, first, second))).ShouldBe(["RANKING_REPEATS"]);
        var round = await city.DoneAsync(
            "rankConsortia",
            Ranking(second, first),
            "rankings { rank consortium { name } } entries { nodes { stage } }",
            actor: "督导团"
        );
        round
            .GetProperty("rankings")
            .ToString()
            .ShouldBe("""[{"rank":1,"consortium":{"name":"合成联合体二"}},{"rank":2,"consortium":{"name":"合成联合体一"}}]""");
        round
            .GetProperty("entries")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("stage").GetString())
            .ShouldBe(["SUPERVISED", "SUPERVISED", "SELF"]);
        (await city.RefusedAsync("rankConsortia", Ranking(second, first))).ShouldBe(["RANKED_ALREADY 004 第六条（二）"]);
        (await city.RefusedAsync("createConsortium", Consortium("合成联合体三", [year.Branches[2]]))).ShouldBe([
            "RANKED_ALREADY 004 第六条（二）",
        ]);
        (
            await city.RefusedAsync(
                "submitSelfAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    submittedOn = "2026-02-11",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（一）"]);
    }

    private async Task DebriefAsync(RoundSteps year)
    {
        (
            await city.RefusedAsync(
                "recordDebrief",
                new
                {
                    entry = year.Entry(0),
                    basis = "IN_PERSON",
                    ballotRates = new[] { 0.5m, 1.5m },
                    heldOn = "2026-03-10",
                }
            )
        ).ShouldBe(["BALLOT_RATE_OUT_OF_RANGE 004 第五条（五）, 004 第六条（三）"]);
        (await year.DebriefAsync(0, 0.9m, 0.8m))
            .ToString()
            .ShouldBe("""{"stage":"DEBRIEFED","debrief":{"basis":"IN_PERSON","meanRate":0.850000,"score":4.25}}""");
        await year.DebriefAsync(1, 0.6m);
        (
            await city.RefusedAsync(
                "recordDebrief",
                new
                {
                    entry = year.Entry(2),
                    basis = "WRITTEN",
                    ballotRates = new[] { 0.5m },
                    heldOn = "2026-01-09",
                }
            )
        ).ShouldBe(["DATE_TOO_EARLY"]);
        var written = await city.DoneAsync(
            "recordDebrief",
            new
            {
                entry = year.Entry(2),
                basis = "WRITTEN",
                ballotRates = new[] { 0.5m },
                heldOn = "2026-03-10",
            },
            "debrief { basis ballotCount score }"
        );
        written.GetProperty("debrief").ToString().ShouldBe("""{"basis":"WRITTEN","ballotCount":1,"score":2.50}""");
    }

    private async Task BonusAsync(RoundSteps year)
    {
        object Claim(string item, string level, string evidence) =>
            new
            {
                entry = year.Entry(0),
                item,
                level,
                evidenceRef = evidence,
                description = "合成-材料",
                claimedOn = "2026-01-12",
            };
        (await city.RefusedAsync("claimBonus", Claim("BONUS_1", "DEPARTMENT", "甲"))).ShouldBe(["BONUS_LEVEL_UNKNOWN 004 第五条（六）1"]);
        (await city.RefusedAsync("claimBonus", Claim("BONUS_9", "CENTRAL", "甲"))).ShouldBe(["BONUS_ITEM_UNKNOWN 004 第五条（六）"]);
        var lower = (await city.DoneAsync("claimBonus", Claim("BONUS_2", "MUNICIPAL", "甲"))).GetProperty("id").GetString();
        (await city.RefusedAsync("claimBonus", Claim("BONUS_2", "MUNICIPAL", "甲"))).ShouldBe(["BONUS_CLAIMED_ALREADY 004 第五条（六）"]);
        var higher = (await city.DoneAsync("claimBonus", Claim("BONUS_2", "CENTRAL", "甲"))).GetProperty("id").GetString();
        var other = (await city.DoneAsync("claimBonus", Claim("BONUS_3", "MUNICIPAL", "乙"))).GetProperty("id").GetString();
        (
            await city.RefusedAsync(
                "reviewAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    confirmSuggested = true,
                    reviewedOn = "2026-04-01",
                }
            )
        ).ShouldBe(["BONUS_NOT_DECIDED 004 第五条（六）"]);
        (
            await city.RefusedAsync(
                "decideBonus",
                new
                {
                    claim = other,
                    accepted = false,
                    decidedOn = "2026-03-20",
                }
            )
        ).ShouldBe(["REASON_MISSING"]);
        await city.DoneAsync(
            "decideBonus",
            new
            {
                claim = lower,
                accepted = true,
                decidedOn = "2026-03-20",
            }
        );
        var payload = await city.ChangeAsync(
            "decideBonus",
            new
            {
                claim = higher,
                accepted = true,
                decidedOn = "2026-03-20",
            },
            "status entry { standing { bonusScore } }"
        );
        payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["EVIDENCE_COUNTS_ONCE 004 第五条（六）"]);
        payload.GetProperty("bonusClaim").ToString().ShouldBe("""{"status":"ACCEPTED","entry":{"standing":{"bonusScore":5.00}}}""");
        var decided = await city.DoneAsync(
            "decideBonus",
            new
            {
                claim = other,
                accepted = true,
                decidedOn = "2026-03-20",
            },
            "entry { standing { bonusScore } bonusClaims { bonusItem level points status } }"
        );
        decided.GetProperty("entry").GetProperty("standing").GetProperty("bonusScore").GetDecimal().ShouldBe(7);
    }

    private async Task ReviewAsync(RoundSteps year)
    {
        (
            await city.RefusedAsync(
                "issueResults",
                new
                {
                    round = year.Round,
                    title = "通报",
                    issuedOn = "2026-04-20",
                }
            )
        ).ShouldBe(Enumerable.Repeat("NOT_REVIEWED 004 第六条（四）", 3).ToArray());
        (
            await city.RefusedAsync(
                "recordFailFinding",
                new
                {
                    entry = year.Entry(1),
                    rule = "BAD_LUCK",
                    evidence = "x",
                    foundOn = "2026-03-01",
                }
            )
        ).ShouldBe(["FAIL_RULE_UNKNOWN 004 第五条（七）"]);
        var suggested = (
            await city.QueryAsync(
                "query($id: ID!) { assessmentEntry(id: $id) { suggestedScores { itemCode score } activityCompliance { "
                    + "collectiveCount minimum isMet clause } } }",
                new { id = year.Entry(1) }
            )
        ).GetProperty("assessmentEntry");
        // Three of six activities and the appraisal: 16 × (0.25 + 0.25 + 0.25); no plan; 5 × 0.6.
        suggested
            .ToString()
            .ShouldBe(
                """{"suggestedScores":[{"itemCode":"DEBRIEF_1","score":3.00},{"itemCode":"ORGANIZATION_1","score":0.00},{"itemCode":"ORGANIZATION_2","score":12.00}],"activityCompliance":{"collectiveCount":3,"minimum":6,"isMet":false,"clause":"004 组织建设-2"}}"""
            );
        var reviewed = await year.ReviewAsync(
            0,
            RoundSteps.Full,
            "stage standing { reviewScore bonusScore hasFailed } reviewedScores { itemCode score }"
        );
        reviewed.GetProperty("standing").ToString().ShouldBe("""{"reviewScore":99.25,"bonusScore":7.00,"hasFailed":false}""");
        (
            await city.RefusedAsync(
                "claimBonus",
                new
                {
                    entry = year.Entry(0),
                    item = "BONUS_1",
                    level = "CENTRAL",
                    evidenceRef = "丙",
                    description = "x",
                    claimedOn = "2026-04-02",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第五条（六）"]);
        var low = RoundSteps
            .Full.Where(score => score.Item is not ("ORGANIZATION_1" or "ORGANIZATION_2"))
            .Select(score => (score.Item, score.Score - 1));
        (await year.ReviewAsync(1, low, "standing { reviewScore }")).ToString().ShouldBe("""{"standing":{"reviewScore":74.00}}""");
        var idle = await city.ChangeAsync(
            "reviewAssessment",
            new
            {
                entry = year.Entry(2),
                scores = RoundSteps.Scores(RoundSteps.Full),
                confirmSuggested = true,
                reviewedOn = "2026-04-01",
            },
            "standing { hasFailed } failFindings { failRule clause }"
        );
        idle.GetProperty("warnings")
            .EnumerateArray()
            .Select(MutationFixture.Shown)
            .ShouldBe(["DIFFERS_FROM_SUGGESTION 004 第五条", "DIFFERS_FROM_SUGGESTION 004 第五条", "NO_ACTIVITY 004 第五条（七）3"]);
        idle.GetProperty("assessmentEntry")
            .ToString()
            .ShouldBe("""{"standing":{"hasFailed":true},"failFindings":[{"failRule":"NO_ACTIVITY","clause":"004 第五条（七）3"}]}""");
        (
            await city.RefusedAsync(
                "recordFailFinding",
                new
                {
                    entry = year.Entry(2),
                    rule = "NO_ACTIVITY",
                    evidence = "再次",
                    foundOn = "2026-04-02",
                }
            )
        ).ShouldBe(["FAIL_FOUND_ALREADY 004 第五条（七）"]);
    }

    private async Task IssueAsync(RoundSteps year)
    {
        // Nothing is shown as a result before it is issued.
        (
            await city.QueryAsync(
                "query($id: ID!) { branch(id: $id) { assessments { totalCount } latestAssessment { grade } assessmentEntries { "
                    + "stage result { grade } } } }",
                new { id = year.Branches[0] }
            )
        )
            .GetProperty("branch")
            .ToString()
            .ShouldBe(
                """{"assessments":{"totalCount":0},"latestAssessment":null,"assessmentEntries":[{"stage":"REVIEWED","result":null}]}"""
            );
        (
            await city.RefusedAsync(
                "issueResults",
                new
                {
                    round = year.Round,
                    title = "通报",
                    number = "渝科协社党发〔2020〕23号",
                    issuedOn = "2026-04-20",
                }
            )
        ).ShouldBe(["DOCUMENT_NUMBER_TAKEN"]);
        (
            await city.RefusedAsync(
                "issueResults",
                new
                {
                    round = year.Round,
                    title = "通报",
                    issuedOn = "2026-03-31",
                }
            )
        ).ShouldBe(["ISSUED_BEFORE_REVIEW"]);
        var round = await year.IssueAsync(
            "合成〔2026〕1号",
            "status issuedOn document { documentNumber } entries { nodes { stage result { fixedScore bonusScore totalScore grade "
                + "gradeBasis resultVersion } admonitionTalk { dueOn heldOn } } }"
        );
        round
            .ToString()
            .ShouldBe(
                """{"status":"ISSUED","issuedOn":"2026-04-20","document":{"documentNumber":"合成〔2026〕1号"},"entries":{"nodes":["""
                    + """{"stage":"ISSUED","result":{"fixedScore":99.25,"bonusScore":7.00,"totalScore":106.25,"grade":"EXCELLENT","gradeBasis":"BAND","resultVersion":1},"admonitionTalk":null},"""
                    + """{"stage":"ISSUED","result":{"fixedScore":74.00,"bonusScore":0.00,"totalScore":74.00,"grade":"QUALIFIED","gradeBasis":"BAND","resultVersion":1},"admonitionTalk":null},"""
                    + """{"stage":"ISSUED","result":{"fixedScore":97.50,"bonusScore":0.00,"totalScore":97.50,"grade":"UNQUALIFIED","gradeBasis":"FAIL","resultVersion":1},"admonitionTalk":{"dueOn":"2026-05-20","heldOn":null}}]}}"""
            );
        (
            await city.RefusedAsync(
                "issueResults",
                new
                {
                    round = year.Round,
                    title = "通报",
                    issuedOn = "2026-04-21",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（四）"]);
        (
            await city.RefusedAsync(
                "recordFailFinding",
                new
                {
                    entry = year.Entry(1),
                    rule = "INSPECTION_FAILED",
                    evidence = "x",
                    foundOn = "2026-05-01",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（四）"]);
        var history = (
            await city.QueryAsync(
                "query($id: ID!) { assessmentEntry(id: $id) { stageHistory { fromStage toStage movedBy } } }",
                new { id = year.Entry(0) }
            )
        )
            .GetProperty("assessmentEntry")
            .GetProperty("stageHistory");
        history
            .EnumerateArray()
            .Select(move =>
                $"{move.GetProperty("fromStage").GetString()}>{move.GetProperty("toStage").GetString()} {move.GetProperty("movedBy").GetString()}"
            )
            .ShouldBe([
                ">SELF unknown",
                "SELF>SUPERVISED 督导团",
                "SUPERVISED>DEBRIEFED unknown",
                "DEBRIEFED>REVIEWED 党委",
                "REVIEWED>ISSUED 党办",
            ]);
    }

    private async Task CorrectAsync(RoundSteps year)
    {
        var result = (await ResultAsync(year, 1)).GetProperty("id").GetString();
        object Correction(string reason, params (string, decimal)[] scores) =>
            new
            {
                assessment = result,
                reason,
                scores = RoundSteps.Scores(scores),
                correctedOn = "2026-05-10",
            };
        (await city.RefusedAsync("correctResult", Correction(" "))).ShouldBe(["REASON_MISSING"]);
        (
            await city.RefusedAsync(
                "correctResult",
                new
                {
                    assessment = result,
                    reason = "复核",
                    bonusScore = 0.004m,
                    correctedOn = "2026-05-10",
                }
            )
        ).ShouldBe(["BONUS_OUT_OF_RANGE"]);
        (
            await city.RefusedAsync(
                "correctResult",
                new
                {
                    assessment = result,
                    reason = "复核",
                    bonusScore = 1000,
                    correctedOn = "2026-05-10",
                }
            )
        ).ShouldBe(["BONUS_OUT_OF_RANGE"]);
        (await city.RefusedAsync("correctResult", Correction("复核"))).ShouldBe(["NOTHING_TO_CHANGE"]);
        (await city.RefusedAsync("correctResult", Correction("复核", ("ORGANIZATION_1", 5)))).ShouldBe([
            "SCORE_EXCEEDS_MAXIMUM 004 组织建设-1",
        ]);
        var corrected = await city.DoneAsync(
            "correctResult",
            Correction("补交计划和总结", ("ORGANIZATION_1", 4), ("ORGANIZATION_2", 14)),
            "fixedScore grade resultVersion correctionReason versions { resultVersion fixedScore grade isCurrent items { "
                + "itemCode score } } branch { latestAssessment { fixedScore } assessments { totalCount } }"
        );
        corrected.GetProperty("fixedScore").GetDecimal().ShouldBe(80);
        corrected.GetProperty("grade").GetString().ShouldBe("GOOD");
        corrected.GetProperty("branch").ToString().ShouldBe("""{"latestAssessment":{"fixedScore":80.00},"assessments":{"totalCount":1}}""");
        corrected
            .GetProperty("versions")
            .EnumerateArray()
            .Select(version =>
                (
                    version.GetProperty("resultVersion").GetInt32(),
                    version.GetProperty("fixedScore").GetDecimal(),
                    version.GetProperty("isCurrent").GetBoolean(),
                    version
                        .GetProperty("items")
                        .EnumerateArray()
                        .Single(item => item.GetProperty("itemCode").GetString() == "ORGANIZATION_2")
                        .GetProperty("score")
                        .GetDecimal()
                )
            )
            .ShouldBe([(1, 74, false, 12), (2, 80, true, 14)]);
        (await city.RefusedAsync("correctResult", Correction("再次", ("ORGANIZATION_1", 3)))).ShouldBe([
            "RESULT_SUPERSEDED 004 第六条（四）",
        ]);
    }

    private async Task TalkAsync(RoundSteps year)
    {
        var talk = (
            await city.QueryAsync(
                "query($id: ID!) { assessmentEntry(id: $id) { admonitionTalk { id } result { id } } }",
                new { id = year.Entry(2) }
            )
        ).GetProperty("assessmentEntry");
        var id = talk.GetProperty("admonitionTalk").GetProperty("id").GetString();
        (await city.RefusedAsync("recordAdmonitionTalk", new { talk = id, heldOn = "2026-04-19" })).ShouldBe([
            "TALK_BEFORE_ISSUE 004 第七条",
        ]);
        // A correction that lifts the fail lifts the talk; one that brings it back makes it due again.
        object Correction(JsonElement result, bool failed, string on) =>
            new
            {
                assessment = result.GetProperty("id").GetString(),
                reason = "复议",
                failed,
                correctedOn = on,
            };
        var lifted = await city.DoneAsync(
            "correctResult",
            Correction(talk.GetProperty("result"), false, "2026-05-01"),
            "id grade gradeBasis entry { admonitionTalk { lapsedOn } }"
        );
        lifted.GetProperty("grade").GetString().ShouldBe("EXCELLENT");
        lifted.GetProperty("entry").GetProperty("admonitionTalk").GetProperty("lapsedOn").GetString().ShouldBe("2026-05-01");
        (await city.RefusedAsync("recordAdmonitionTalk", new { talk = id, heldOn = "2026-05-02" })).ShouldBe(["WRONG_STAGE 004 第七条"]);
        var again = await city.DoneAsync(
            "correctResult",
            Correction(lifted, true, "2026-05-20"),
            "grade resultVersion entry { admonitionTalk { dueOn lapsedOn } }"
        );
        again.GetProperty("entry").GetProperty("admonitionTalk").ToString().ShouldBe("""{"dueOn":"2026-06-19","lapsedOn":null}""");
        (await city.RefusedAsync("recordAdmonitionTalk", new { talk = id, heldOn = "2026-05-10" })).ShouldBe([
            "TALK_BEFORE_ISSUE 004 第七条",
        ]);
        await city.DoneAsync(
            "recordAdmonitionTalk",
            new
            {
                talk = id,
                heldOn = "2026-06-01",
                note = "合成-谈话记录",
            }
        );
        (await city.RefusedAsync("recordAdmonitionTalk", new { talk = id, heldOn = "2026-06-02" })).ShouldBe(["WRONG_STAGE 004 第七条"]);
    }

    private async Task<JsonElement> ResultAsync(RoundSteps year, int branch) =>
        (await city.QueryAsync("query($id: ID!) { assessmentEntry(id: $id) { result { id } } }", new { id = year.Entry(branch) }))
            .GetProperty("assessmentEntry")
            .GetProperty("result");
}
