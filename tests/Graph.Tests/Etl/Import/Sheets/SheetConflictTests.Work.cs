namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <content>The contradictions of activities and scores.</content>
public partial class SheetConflictTests
{
    public static TheoryData<string, string, string, string, int, string> WorkConflicts =>
        new()
        {
            {
                "an activity without a day",
                "activities",
                Activities + "合成甲学会党支部,主题党日,甲,,,,,\n",
                "SP-IMPORT-170",
                2,
                "举办日期"
            },
            {
                "a branch that is no more",
                "activities",
                Activities + "合成丙学会党支部,主题党日,甲,,2023-01-01,,,\n",
                "BRANCH_NOT_ESTABLISHED",
                2,
                "党组织"
            },
            {
                "half an attendance",
                "activities",
                Activities + "合成甲学会党支部,主题党日,甲,,2023-01-01,,9,\n",
                "ATTENDANCE_INCOMPLETE",
                2,
                "实到人数"
            },
            {
                "attendance of what was not held",
                "activities",
                Activities + "合成甲学会党支部,主题党日,甲,2023-01-01,,,9,8\n",
                "SP-IMPORT-175",
                2,
                "举办日期"
            },
            {
                "more than were expected",
                "activities",
                Activities + "合成甲学会党支部,主题党日,甲,,2023-01-01,,9,10\n",
                "ATTENDANCE_EXCEEDS_EXPECTED",
                2,
                "实到人数"
            },
            {
                "another record of what was held",
                "activities",
                Activities + "合成甲学会党支部,主题党日,旧,2022-01-01,2022-01-03,,,\n",
                "WRONG_STAGE",
                2,
                "举办日期"
            },
            {
                "a record of what was not held",
                "activities",
                Activities + "合成甲学会党支部,主题党日,甲,2023-01-01,,是,,\n",
                "SP-IMPORT-175",
                2,
                "有详细记录"
            },
            {
                "one plan with two days",
                "activities",
                Activities + "合成甲学会党支部,主题党日,甲,2023-01-01,,,,\n合成甲学会党支部,主题党日,甲,2023-01-01,2023-01-02,,,\n",
                "SP-IMPORT-145",
                3,
                "计划日期"
            },
            {
                "a year without a round",
                "scores",
                Scores + "合成甲学会党支部,2020,POLITICAL_1,1,2022-12-01\n",
                "SP-IMPORT-176",
                2,
                "考核年度"
            },
            { "a stage that is over", "scores", Scores + "合成乙学会党支部,2022,POLITICAL_1,1,2022-12-01\n", "WRONG_STAGE", 2, "得分" },
            {
                "a score above the maximum",
                "scores",
                Scores + "合成甲学会党支部,2022,POLITICAL_1,5.01,2022-12-01\n",
                "SCORE_EXCEEDS_MAXIMUM",
                2,
                "得分"
            },
            { "an item left out", "scores", Scores + "合成甲学会党支部,2022,POLITICAL_2,1,2022-12-01\n", "ITEM_NOT_SCORED", 2, "考核项目" },
            { "an unknown item", "scores", Scores + "合成甲学会党支部,2022,POLITICAL_99,1,2022-12-01\n", "SP-IMPORT-180", 2, "考核项目" },
            {
                "two days of one self-assessment",
                "scores",
                Scores + "合成甲学会党支部,2022,POLITICAL_1,1,2022-12-01\n合成甲学会党支部,2022,POLITICAL_2,1,2022-12-02\n",
                "SP-IMPORT-181",
                3,
                "提交日期"
            },
            { "before its round", "scores", Scores + "合成甲学会党支部,2022,TEAM_1,1,2022-10-31\n", "SELF_BEFORE_ROUND", 2, "提交日期" },
            {
                "the debrief",
                "scores",
                Scores + "合成甲学会党支部,2022,DEBRIEF_1,1,2022-12-01\n",
                "DEBRIEF_NOT_SELF_SCORED",
                2,
                "考核项目"
            },
        };
}
